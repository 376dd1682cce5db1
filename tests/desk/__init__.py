"""What a visitor may leave behind: sealed, on the disk, and nowhere else."""

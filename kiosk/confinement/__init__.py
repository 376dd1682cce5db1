"""What a visitor gives up before anybody types, and the few calls into the kernel for that."""

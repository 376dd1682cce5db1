/* The floor under any panic key: read a byte, write a page that is ready in memory.
 *
 * Usage: floor NEUTRAL_FILE SENSITIVE_FILE, on a terminal. Enter shows the second, Escape the
 * first. Every other key is answered by nothing. It ends when the terminal does. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

struct page {
    char *bytes;
    size_t size;
};

static struct page load(const char *path)
{
    struct page page = {0};
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0)
        exit(2);
    page.size = (size_t)status.st_size;
    page.bytes = malloc(page.size);
    if (page.bytes == NULL || read(file, page.bytes, page.size) != (ssize_t)page.size)
        exit(2);
    close(file);
    return page;
}

static void show(const struct page *page)
{
    size_t done = 0;
    while (done < page->size) {
        ssize_t wrote = write(1, page->bytes + done, page->size - done);
        if (wrote <= 0)
            exit(1);
        done += (size_t)wrote;
    }
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    struct page neutral = load(arguments[1]);
    struct page sensitive = load(arguments[2]);
    struct termios attributes;
    if (tcgetattr(0, &attributes) != 0)
        return 2;
    cfmakeraw(&attributes);
    tcsetattr(0, TCSANOW, &attributes);
    show(&neutral);
    char key;
    while (read(0, &key, 1) == 1) {
        if (key == '\x1b')
            show(&neutral);
        else if (key == '\r')
            show(&sensitive);
    }
    return 0;
}

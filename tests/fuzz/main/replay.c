/* Gives every file of a folder to a fuzz target, once: what was found stays mended, also where there
 * is no libFuzzer. */
#include <dirent.h>
#include <sys/stat.h>

#include "support/fuzz.h"

/* No more room than bytes, so that reading too far is seen. */
static void replay(const char *path)
{
    struct stat about;
    FILE *file = fopen(path, "rb");
    demand(file && fstat(fileno(file), &about) == 0);
    size_t len = (size_t)about.st_size;
    uint8_t *bytes = malloc(len ? len : 1);
    demand(bytes && fread(bytes, 1, len, file) == len);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, len);
    free(bytes);
}

int main(int n, char **arguments)
{
    char path[4096];
    size_t inputs = 0;
    DIR *folder = n == 2 ? opendir(arguments[1]) : NULL;
    if (!folder) {
        fprintf(stderr, "usage: %s FOLDER\n", arguments[0]);
        return 2;
    }
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
        replay(path);
        inputs++;
    }
    closedir(folder);
    printf("%s: %zu inputs\n", arguments[1], inputs);
    return 0;
}

/* tests/support/zipped.h - texts as the files of a ZIP file, not packed: APPNOTE 6.3, 4.3.7 to 4.3.16. */
#ifndef SUPPORT_ZIPPED_H
#define SUPPORT_ZIPPED_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct zipped {
    const char *name, *text; /* name NULL: no more */
};

static inline uint32_t zipped_crc(const char *text)
{
    uint32_t crc = 0xffffffff;
    for (; *text; text++) {
        crc ^= (unsigned char)*text;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

static inline void zipped_number(FILE *to, uint32_t number, int bytes)
{
    for (int i = 0; i < bytes; i++)
        fputc((int)(number >> 8 * i & 0xff), to);
}

/* What stands before the name of a file, in front of it and in the list at the end. */
static inline void zipped_head(FILE *to, const struct zipped *file, bool listed, uint32_t at)
{
    const uint32_t len = (uint32_t)strlen(file->text);
    zipped_number(to, listed ? 0x02014b50 : 0x04034b50, 4);
    if (listed)
        zipped_number(to, 20, 2);
    zipped_number(to, 20, 2);
    zipped_number(to, 0, 4);          /* flags, method: stored */
    zipped_number(to, 0x00210000, 4); /* 1980-01-01 */
    zipped_number(to, zipped_crc(file->text), 4);
    zipped_number(to, len, 4);
    zipped_number(to, len, 4);
    zipped_number(to, (uint32_t)strlen(file->name), 2);
    zipped_number(to, 0, 2);
    if (listed) {
        for (int i = 0; i < 10; i++) /* remark, disk, attributes */
            fputc(0, to);
        zipped_number(to, at, 4);
    }
    fputs(file->name, to);
}

static inline void zipped_write(FILE *to, const struct zipped *files)
{
    uint32_t at[16], list;
    uint32_t n = 0;
    for (; files[n].name; n++) {
        at[n] = (uint32_t)ftell(to);
        zipped_head(to, &files[n], false, 0);
        fputs(files[n].text, to);
    }
    list = (uint32_t)ftell(to);
    for (uint32_t i = 0; i < n; i++)
        zipped_head(to, &files[i], true, at[i]);
    const uint32_t len = (uint32_t)ftell(to) - list;
    zipped_number(to, 0x06054b50, 4);
    zipped_number(to, 0, 4);
    zipped_number(to, n, 2);
    zipped_number(to, n, 2);
    zipped_number(to, len, 4);
    zipped_number(to, list, 4);
    zipped_number(to, 0, 2);
}

#endif

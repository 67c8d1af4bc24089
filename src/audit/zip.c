/* audit/zip.c - see zip.h. */
#include "audit/zip.h"

#include <string.h>
#include <zip.h>

static bool unpack(struct wrd_arena *arena, zip_t *zip, zip_uint64_t i, struct wrd_staged *part)
{
    const zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE;
    zip_stat_t stat;
    if (zip_stat_index(zip, i, ZIP_FL_ENC_GUESS, &stat) != 0 || (stat.valid & wanted) != wanted)
        return false;
    zip_file_t *from = zip_fopen_index(zip, i, 0);
    if (!from)
        return false;
    char *bytes = wrd_arena_take(arena, stat.size + 1);
    const zip_int64_t got = zip_fread(from, bytes, stat.size);
    /* that nothing follows is known only after its checksum was looked at */
    const zip_int64_t more = zip_fread(from, &bytes[stat.size], 1);
    *part = (struct wrd_staged){ wrd_arena_text(arena, stat.name, strlen(stat.name)), bytes,
                                 stat.size };
    return zip_fclose(from) == 0 && more == 0 && got >= 0 && (zip_uint64_t)got == stat.size;
}

static bool unpack_all(struct wrd_arena *arena, zip_t *zip, struct wrd_parts *parts)
{
    const zip_int64_t n = zip_get_num_entries(zip, 0);
    struct wrd_staged *of = wrd_arena_take_array(arena, n > 0 ? (size_t)n : 1, sizeof *of);
    for (zip_int64_t i = 0; i < n; i++)
        if (!unpack(arena, zip, (zip_uint64_t)i, &of[i]))
            return false;
    *parts = (struct wrd_parts){ of, (size_t)n };
    return n > 0;
}

bool wrd_zip_parts(struct wrd_arena *arena, const struct wrd_staged *file, struct wrd_parts *parts)
{
    zip_source_t *source = zip_source_buffer_create(file->bytes, file->len, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL) : NULL;
    if (!zip) {
        zip_source_free(source);
        return false;
    }
    const bool unpacked = unpack_all(arena, zip, parts);
    zip_discard(zip);
    return unpacked;
}

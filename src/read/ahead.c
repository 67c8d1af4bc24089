/* read/ahead.c - records that can be looked at before they are read; see read/ahead.h. */
#include "read/ahead.h"

struct wrd_ahead wrd_ahead_open(struct wrd_csv *csv, struct wrd_arena *arena)
{
    return (struct wrd_ahead){ .csv = csv, .arena = arena };
}

static void keep(struct wrd_ahead *ahead, struct wrd_seen_record *seen)
{
    struct wrd_record *record = &seen->record;
    if (seen->state != WRD_RECORD)
        return;
    struct wrd_field *fields = wrd_arena_take_array(ahead->arena, record->n, sizeof *fields);
    for (size_t i = 0; i < record->n; i++) {
        const struct wrd_field *field = &record->fields[i];
        fields[i].text = wrd_arena_text(ahead->arena, field->text, field->len);
        fields[i].len = field->len;
    }
    record->fields = fields;
}

/* Behind the end there is nothing to ask for. */
static bool is_at_end(const struct wrd_ahead *ahead)
{
    return ahead->n > 0 && ahead->seen[ahead->n - 1].state == WRD_RECORD_END;
}

enum wrd_record_state wrd_ahead_look(struct wrd_ahead *ahead, size_t i, struct wrd_record *record)
{
    while (ahead->n <= i && !is_at_end(ahead)) {
        struct wrd_seen_record *seen = &ahead->seen[ahead->n];
        seen->state = wrd_csv_next(ahead->csv, &seen->record);
        if (ahead->n == 0 && seen->state == WRD_RECORD && wrd_record_is_blank(&seen->record))
            continue;
        keep(ahead, seen);
        ahead->n++;
    }
    if (i >= ahead->n)
        return WRD_RECORD_END;
    *record = ahead->seen[i].record;
    return ahead->seen[i].state;
}

enum wrd_record_state wrd_ahead_next(struct wrd_ahead *ahead, struct wrd_record *record)
{
    if (ahead->at == ahead->n)
        return is_at_end(ahead) ? WRD_RECORD_END : wrd_csv_next(ahead->csv, record);
    *record = ahead->seen[ahead->at].record;
    return ahead->seen[ahead->at++].state;
}

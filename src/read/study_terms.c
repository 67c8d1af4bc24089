/* read/study_terms.c - `terms` of study.yml: texts that look like money and are not. */
#include "read/study_parts.h"

static const struct wrd_field allowed_fields[] = {
    { "text", WRD_REQUIRED, wrd_bind_text, offsetof(struct wrd_allowed, text), NULL },
    { "scope", WRD_REQUIRED, wrd_bind_text, offsetof(struct wrd_allowed, scope), NULL },
    { "reason", WRD_REQUIRED, wrd_bind_text, offsetof(struct wrd_allowed, reason), NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_allow(const struct wrd_bind *b, const struct wrd_yaml *value,
                       const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_study *study = into;
    if (!wrd_bind_is_filled(b, value))
        return;
    study->allowed = wrd_arena_take_array(b->arena, value->n, sizeof *study->allowed);
    for (const struct wrd_yaml *child = value->first; child; child = child->next) {
        struct wrd_allowed *allowed = &study->allowed[study->n_allowed];
        *allowed = (struct wrd_allowed){ "", "", "", wrd_yaml_place(b->arena, child) };
        if (wrd_bind_map(b, child, allowed_fields, allowed))
            study->n_allowed++;
    }
}

static const struct wrd_field terms_fields[] = { { "allow", 0, bind_allow, 0, NULL },
                                                 { NULL, 0, NULL, 0, NULL } };

void wrd_bind_terms(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_field *field, void *into)
{
    (void)field;
    (void)wrd_bind_map(b, value, terms_fields, into);
}

/* read/label_meaning.c - see read/label_meaning.h. */
#include "read/label_meaning.h"

#include <string.h>

#include "core/text.h"
#include "core/utf8_letters.h"

/* Words of a label between single spaces, with one at both ends: " weet ik niet ". */
static const char *words_of(struct wrd_arena *arena, const char *label)
{
    const char *plain = wrd_text_plain(arena, label);
    const char *folded = wrd_text_fold(arena, plain, strlen(plain));
    char *words = wrd_arena_take(arena, strlen(folded) + 3), *to = words;
    *to++ = ' ';
    for (const char *at = folded; *at;) {
        const char *start = at;
        const uint32_t c = wrd_letter_next(&at);
        if (wrd_letter_kind(c) != WRD_LETTER_NONE) {
            memcpy(to, start, (size_t)(at - start));
            to += at - start;
        } else if (to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    if (to[-1] != ' ')
        *to++ = ' ';
    *to = '\0';
    return words;
}

static bool has_any(const char *words, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (strstr(words, *phrases))
            return true;
    return false;
}

static bool is_any(const char *words, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (strcmp(words, *phrases) == 0)
            return true;
    return false;
}

/* "don't know" and nothing else. */
static const char *const dont_know[] = { " weet niet ",        " weet ik niet ",  " weet het niet ",
                                         " weet ik het niet ", " geen mening ",   " geen idee ",
                                         " don t know ",       " dont know ",     " do not know ",
                                         " i don t know ",     " i do not know ", " no opinion ",
                                         " not sure ",         " unsure ",        NULL };
static const char *const no_opinion_either[] = { " weet niet geen mening ",
                                                 " weet ik niet geen mening ",
                                                 " weet ik niet of geen mening ",
                                                 " don t know or no opinion ", NULL };
static const char *const not_applicable[] = {
    " n v t ",          " nvt ", " niet van toepassing ", " not applicable ",
    " does not apply ", " n a ", " unfamiliar n a ",      NULL
};
static const char *const refused[] = { " geweigerd ",
                                       " zeg ik liever niet ",
                                       " wil niet zeggen ",
                                       " wil ik niet zeggen ",
                                       " liever niet zeggen ",
                                       " prefer not to say ",
                                       " prefer not to answer ",
                                       " rather not say ",
                                       NULL };
static const char *const not_asked[] = { " niet gevraagd ", " niet gesteld ", " not asked ", NULL };

/* What makes a label a reason only where it is known to be one: "liever niet" and "technisch" may be
 * answers too. */
static const char *const refusing[] = { " weiger", " wil niet ",   " wil ik niet ", " liever niet ",
                                        " refuse", " prefer not ", " rather not ",  NULL };
static const char *const technical[] = { " technisch", " technical", " systeem", " system", NULL };

enum wrd_reason wrd_label_reason(const char *label, bool is_reason)
{
    static const struct {
        enum wrd_reason reason;
        bool of_reasons;
        const char *const *phrases;
    } rows[] = {
        { WRD_DONT_KNOW, false, dont_know },
        { WRD_DONT_KNOW, false, no_opinion_either },
        { WRD_NOT_APPLICABLE, false, not_applicable },
        { WRD_REFUSED, false, refused },
        { WRD_REFUSED, true, refusing },
        { WRD_NOT_ASKED, false, not_asked },
        { WRD_TECHNICAL, true, technical },
    };
    struct wrd_arena *scratch = wrd_arena_new();
    const char *words = words_of(scratch, label);
    enum wrd_reason reason = WRD_NO_REASON;
    for (size_t i = 0; i < sizeof rows / sizeof *rows && reason == WRD_NO_REASON; i++)
        if (is_reason ? has_any(words, rows[i].phrases)
                      : !rows[i].of_reasons && is_any(words, rows[i].phrases))
            reason = rows[i].reason;
    wrd_arena_free(scratch);
    return reason;
}

bool wrd_label_is_dont_know(const char *label)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const bool is = is_any(words_of(scratch, label), dont_know);
    wrd_arena_free(scratch);
    return is;
}

/* "niet eens, niet oneens" has words of both sides, "niet mee eens" a word that turns one. */
enum wrd_side wrd_label_side(const char *label)
{
    static const char *const positive[] = { " eens ", " agree ", " tevreden ", " satisfied ",
                                            NULL };
    static const char *const negative[] = { " oneens ",       " disagree ",    " ontevreden ",
                                            " dissatisfied ", " unsatisfied ", NULL };
    static const char *const turning[] = { " niet ", " not ", NULL };
    static const char *const between[] = { " neutraal ", " neutral ", " neither ", " noch ", NULL };
    struct wrd_arena *scratch = wrd_arena_new();
    const char *words = words_of(scratch, label);
    const bool plus = has_any(words, positive), minus = has_any(words, negative);
    enum wrd_side side = WRD_SIDE_NONE;
    if (has_any(words, between) || (plus && minus))
        side = WRD_SIDE_NEUTRAL;
    else if (minus)
        side = has_any(words, turning) ? WRD_SIDE_NONE : WRD_SIDE_NEGATIVE;
    else if (plus)
        side = has_any(words, turning) ? WRD_SIDE_NEGATIVE : WRD_SIDE_POSITIVE;
    wrd_arena_free(scratch);
    return side;
}

bool wrd_label_is_unticked(const char *label)
{
    static const char *const phrases[] = { " niet gekozen ",
                                           " niet geselecteerd ",
                                           " niet genoemd ",
                                           " niet aangevinkt ",
                                           " niet aangekruist ",
                                           " not chosen ",
                                           " not selected ",
                                           " not mentioned ",
                                           " not checked ",
                                           " unchecked ",
                                           NULL };
    struct wrd_arena *scratch = wrd_arena_new();
    const bool is = has_any(words_of(scratch, label), phrases);
    wrd_arena_free(scratch);
    return is;
}

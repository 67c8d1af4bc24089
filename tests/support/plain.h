/* tests/support/plain.h - what makes a text plain: how long its sentences are, and no cause and effect. */
#ifndef SUPPORT_PLAIN_H
#define SUPPORT_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST_SENTENCE = 20 };

static inline bool ends_sentence(char c)
{
    return c == '.' || c == '?' || c == '!' || c == '\0';
}

/* Words are what spaces part; a sentence ends at a mark that is followed by a space or the end. */
static inline size_t longest_sentence(const char *text)
{
    size_t longest = 0, words = 0;
    for (; *text; text++) {
        const bool end_of_word = text[1] == ' ' || text[1] == '\0';
        if (*text == ' ' || !end_of_word)
            continue;
        words++;
        if (words > longest)
            longest = words;
        if (ends_sentence(*text))
            words = 0;
    }
    return longest;
}

/* REPORTS: figures are set side by side; that one comes of the other is never said.  The word that
 * says it all the same, or NULL. */
static inline const char *cause_in(const char *text)
{
    static const char *const causes[] = { "dankzij", "komt door", "vanwege", "thanks to",
                                          "due to" };
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (strstr(text, causes[i]))
            return causes[i];
    return NULL;
}

#endif

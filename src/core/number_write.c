/* core/number_write.c - numbers to text; see core/number.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/number.h"

/* Digits are made from the last to the first, at the end of a room. */
struct writing {
    char *room;
    char *at;
};

static struct writing begin(char room[WRD_NUMBER_ROOM])
{
    struct writing writing = { room, room + WRD_NUMBER_ROOM - 1 };
    *writing.at = '\0';
    return writing;
}

static void put_digits(struct writing *writing, uint64_t number, int at_least)
{
    for (int n = 0; number > 0 || n < at_least; n++, number /= 10)
        *--writing->at = (char)('0' + number % 10);
}

/* `size` / 10^decimals. */
static void put_decimal(struct writing *writing, uint64_t size, int decimals, char mark)
{
    uint64_t step = (uint64_t)wrd_power_of_ten((unsigned)decimals);
    if (decimals > 0) {
        put_digits(writing, size % step, decimals);
        *--writing->at = mark;
    }
    put_digits(writing, size / step, 1);
}

static uint64_t size_of(int64_t number)
{
    return number < 0 ? -(uint64_t)number : (uint64_t)number;
}

const char *wrd_number_unsigned(char room[WRD_NUMBER_ROOM], uint64_t value)
{
    struct writing writing = begin(room);
    put_digits(&writing, value, 1);
    return writing.at;
}

const char *wrd_number_integer(char room[WRD_NUMBER_ROOM], int64_t value)
{
    struct writing writing = begin(room);
    put_digits(&writing, size_of(value), 1);
    if (value < 0)
        *--writing.at = '-';
    return writing.at;
}

const char *wrd_number_decimal(char room[WRD_NUMBER_ROOM], struct wrd_decimal number, char mark)
{
    while (number.decimals > 0 && number.units % 10 == 0) {
        number.units /= 10;
        number.decimals--;
    }
    struct writing writing = begin(room);
    put_decimal(&writing, size_of(number.units), number.decimals, mark);
    if (number.units < 0)
        *--writing.at = '-';
    return writing.at;
}

const char *wrd_number_fixed(char room[WRD_NUMBER_ROOM], double value, int decimals, char mark)
{
    int64_t units;
    if (!wrd_round_units(value, decimals, &units))
        return wrd_number_exact(room, value);
    struct writing writing = begin(room);
    put_decimal(&writing, size_of(units), decimals, mark);
    if (units < 0)
        *--writing.at = '-';
    return writing.at;
}

/* The mark of the locale, whatever its bytes, becomes a point. */
static void undo_locale(char *text)
{
    static const char of_a_number[] = "0123456789+-einfa";
    char *to = text;
    for (const char *from = text; *from;) {
        size_t same = strspn(from, of_a_number), mark = strcspn(from + same, of_a_number);
        memmove(to, from, same);
        to += same;
        if (mark > 0)
            *to++ = '.';
        from += same + mark;
    }
    *to = '\0';
}

const char *wrd_number_exact(char room[WRD_NUMBER_ROOM], double value)
{
    room[0] = '\0';
    if (isnan(value))
        return room;
    snprintf(room, WRD_NUMBER_ROOM, "%.17g", value == 0 ? 0.0 : value); /* no "-0" here either */
    undo_locale(room);
    return room;
}

const char *wrd_count_text(struct wrd_arena *arena, uint64_t value)
{
    char room[WRD_NUMBER_ROOM];
    const char *text = wrd_number_unsigned(room, value);
    return wrd_arena_text(arena, text, strlen(text));
}

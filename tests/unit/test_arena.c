/* Memory that is given back all at once. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "waardering/arena.h"

static const struct {
    const char *name;
    size_t size;
} sizes[] = {
    { "nothing", 0 },
    { "one byte", 1 },
    { "seventeen bytes", 17 },
    { "a page", 4096 },
    { "the first chunk and a bit", 16 * 1024 + 1 },
    { "more than any chunk", 3 * 1024 * 1024 + 5 },
};

static void test_pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    enum { N = sizeof sizes / sizeof *sizes, TURNS = 50 };
    struct wrd_arena *arena = wrd_arena_new();
    unsigned char *piece[TURNS][N];
    for (int turn = 0; turn < TURNS; turn++)
        for (size_t i = 0; i < N; i++) {
            piece[turn][i] = wrd_arena_take(arena, sizes[i].size);
            assert_int_equal((uintptr_t)piece[turn][i] % _Alignof(max_align_t), 0);
            for (size_t b = 0; b < sizes[i].size; b++)
                if (piece[turn][i][b] != 0)
                    fail_msg("%s: byte %zu is not zero", sizes[i].name, b);
            memset(piece[turn][i], turn + 1, sizes[i].size);
        }
    for (int turn = 0; turn < TURNS; turn++)
        for (size_t i = 0; i < N; i++)
            for (size_t b = 0; b < sizes[i].size; b++)
                if (piece[turn][i][b] != turn + 1)
                    fail_msg("%s: another piece wrote byte %zu", sizes[i].name, b);
    wrd_arena_free(arena);
}

static void test_two_empty_pieces_are_two(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    assert_ptr_not_equal(wrd_arena_take(arena, 0), wrd_arena_take(arena, 0));
    wrd_arena_free(arena);
}

static void test_texts(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    assert_string_equal(wrd_arena_text(arena, "waardering", 6), "waarde");
    assert_string_equal(wrd_arena_text(arena, NULL, 0), "");
    assert_string_equal(wrd_arena_format(arena, "%s-%s", "a", "b"), "a-b");
    char long_text[5000];
    memset(long_text, 'x', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    assert_string_equal(wrd_arena_format(arena, "%s", long_text), long_text);
    wrd_arena_free(arena);
}

static void test_adopted_blocks_go_with_the_arena(void **state)
{
    (void)state; /* the leak checker of the san variant is the judge */
    struct wrd_arena *arena = wrd_arena_new();
    char *block = wrd_realloc(wrd_alloc(10, 10), 30, 10);
    block[299] = 1;
    wrd_arena_adopt(arena, block);
    wrd_arena_free(arena);
    wrd_arena_free(NULL);
}

static void leave_with_6(void)
{
    _exit(6);
}

static void ask_too_much(size_t how)
{
    struct wrd_arena *arena = wrd_arena_new();
    switch (how) {
    case 0:
        wrd_arena_take_array(arena, SIZE_MAX / 2, 3);
        break;
    case 1:
        wrd_arena_take(arena, SIZE_MAX);
        break;
    case 2:
        wrd_alloc(SIZE_MAX / 4, 8);
        break;
    case 3:
        wrd_realloc(NULL, SIZE_MAX / 4, 8);
        break;
    case 4:
        wrd_arena_text(arena, "", SIZE_MAX);
        break;
    }
    _exit(0);
}

static void test_no_memory_calls_the_handler(void **state)
{
    (void)state;
    for (size_t how = 0; how < 5; how++) {
        pid_t child = fork();
        if (child == 0) {
            wrd_memory_on_full(leave_with_6);
            ask_too_much(how);
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 6);
    }
}

/* What is in a list stays where the list grows, and it grows only when it is full. */
static void test_lists_grow(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    int *list = NULL;
    size_t room = 0, moves = 0;
    for (int i = 0; i < 1000; i++) {
        int *more = wrd_arena_more(arena, list, (size_t)i, &room, sizeof *list);
        moves += more != list;
        list = more;
        assert_true((size_t)i < room);
        list[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list[i], i);
    assert_int_equal(moves, 7); /* 16, 32, 64, 128, 256, 512, 1024 */
    wrd_arena_free(arena);
}

static void test_no_handler_aborts(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        ask_too_much(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(test_two_empty_pieces_are_two),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_adopted_blocks_go_with_the_arena),
        cmocka_unit_test(test_no_memory_calls_the_handler),
        cmocka_unit_test(test_lists_grow),
        cmocka_unit_test(test_no_handler_aborts),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}

/* The example study through all steps, and the study of 60 + 25: balances as their generator knows them,
 * figures that are there, nothing in a hidden cell, and respondents who can be followed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "core/number.h"
#include "waardering/steps.h"

enum { WAVES = 3, SOURCES = 2 };

struct pipeline {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    struct wrd_study *study;
    struct wrd_codebook *book;
    const struct wrd_frame *frames[WAVES][SOURCES];
    const struct wrd_tables *tables[WAVES];
    struct wrd_release *release;
};

static void open_study(struct pipeline *p, const char *folder)
{
    p->arena = wrd_arena_new();
    p->diag = wrd_diag_new();
    assert_int_equal(wrd_study_read(p->arena, folder, p->diag, &p->study), WRD_OK);
    assert_int_equal(wrd_codebook_read(p->arena, p->study, p->diag, &p->book), WRD_OK);
    assert_int_equal(wrd_check_codebook(p->study, p->book, p->diag), WRD_OK);
    assert_int_equal(wrd_check_money(p->study, p->book, p->diag), WRD_OK);
    assert_true(p->study->n_waves <= WAVES);
}

static void read_waves(struct pipeline *p)
{
    const struct wrd_frame *const *frames[WAVES];
    size_t n_frames[WAVES];
    struct wrd_tables *tables = NULL;

    for (size_t w = 0; w < p->study->n_waves; w++) {
        frames[w] = p->frames[w];
        n_frames[w] = p->study->n_sources;
        for (size_t s = 0; s < p->study->n_sources; s++) {
            struct wrd_frame *frame = NULL;
            assert_int_equal(
                wrd_answers_read(p->arena, p->study, p->book, w, s, NULL, p->diag, &frame), WRD_OK);
            assert_int_equal(wrd_weight(p->arena, p->study, p->book, frame, p->diag), WRD_OK);
            p->frames[w][s] = frame;
        }
        assert_int_equal(wrd_tabulate(p->arena, p->study, p->book, p->frames[w],
                                      p->study->n_sources, p->diag, &tables),
                         WRD_OK);
        p->tables[w] = tables;
    }
    wrd_trend(p->arena, frames, n_frames, p->tables, p->study->n_waves, p->diag, tables);
}

static void release(struct pipeline *p)
{
    size_t last = p->study->n_waves - 1;
    struct wrd_quality quality;

    assert_int_equal(wrd_check_quality(p->arena, p->study, p->book, p->frames[last],
                                       p->study->n_sources, &quality),
                     WRD_OK);
    assert_int_equal(wrd_disclose(p->arena, p->tables, last + 1, &quality, p->diag, &p->release),
                     WRD_OK);
}

static void through(struct pipeline *p, const char *folder)
{
    open_study(p, folder);
    read_waves(p);
    release(p);
}

static void close_study(struct pipeline *p)
{
    wrd_diag_free(p->diag);
    wrd_arena_free(p->arena);
}

static struct pipeline example, small;

static int run_both(void **state)
{
    (void)state;
    through(&example, "input");
    through(&small, "tests/small");
    return 0;
}

static int close_both(void **state)
{
    (void)state;
    close_study(&example);
    close_study(&small);
    return 0;
}

static const struct wrd_frame *frame_of(const struct pipeline *p, const char *file)
{
    for (size_t w = 0; w < p->study->n_waves; w++)
        for (size_t s = 0; s < p->study->n_sources; s++)
            if (strcmp(p->frames[w][s]->file, file) == 0)
                return p->frames[w][s];
    return NULL;
}

/* file,rows,used,empty,set-aside,duplicate as the generator counted them */
static void assert_balances(const struct pipeline *p, const char *table)
{
    FILE *in = fopen(table, "r");
    char line[256];
    int n = 0;

    assert_non_null(in);
    assert_non_null(fgets(line, sizeof line, in));
    while (fgets(line, sizeof line, in)) {
        int64_t want[5];
        char *at = strchr(line, ',');
        assert_non_null(at);
        *at++ = '\0';
        for (int i = 0; i < 5; i++) {
            size_t len = strcspn(at, ",\r\n");
            assert_true(wrd_integer_read(at, len, &want[i]));
            at += len + (at[len] == ',');
        }
        const struct wrd_frame *frame = frame_of(p, line);
        print_message("  %s\n", line);
        assert_non_null(frame);
        assert_int_equal(frame->balance.rows, want[0]);
        assert_int_equal(frame->balance.used, want[1]);
        assert_int_equal(frame->balance.empty, want[2]);
        assert_int_equal(frame->balance.set_aside, want[3]);
        assert_int_equal(frame->balance.duplicate, want[4]);
        assert_int_equal(want[0], want[1] + want[2] + want[3] + want[4]);
        n++;
    }
    fclose(in);
    assert_true(n > 0);
}

static void test_balances_close(void **state)
{
    (void)state;
    assert_balances(&example, "tests/golden/example_rows.csv");
    assert_balances(&small, "tests/golden/small_rows.csv");
}

static void assert_erased(const struct wrd_release *r)
{
    for (size_t t = 0; t < wrd_release_tables(r); t++) {
        const struct wrd_seen_table *seen = wrd_release_table(r, t);
        assert_null(seen->outcome->tables);
        for (size_t i = 0; i < seen->n_groups * seen->n_rows; i++) {
            const struct wrd_seen *cell = &seen->cells[i];
            if (cell->state == WRD_SHOWN)
                continue;
            assert_true(cell->value == 0 && cell->lo == 0 && cell->hi == 0 && cell->n == 0);
            assert_false(cell->has_n || cell->has_interval);
        }
    }
}

static void test_hidden_cells_hold_nothing(void **state)
{
    (void)state;
    assert_erased(example.release);
    assert_erased(small.release);
}

static void test_headline_indices_show(void **state)
{
    size_t shown = 0, with_interval = 0, all = 0;

    (void)state;
    for (size_t t = 0; t < wrd_release_tables(example.release); t++) {
        const struct wrd_seen_table *seen = wrd_release_table(example.release, t);
        if (!seen->outcome->scale || seen->by || seen->wave != wrd_release_wave(example.release))
            continue;
        all++;
        shown += seen->cells[0].state == WRD_SHOWN;
        with_interval += seen->cells[0].has_interval;
    }
    print_message("  %zu of %zu indices of everybody shown, %zu with their interval\n", shown, all,
                  with_interval);
    assert_true(all >= 15);
    assert_int_equal(shown, all);
    assert_true(with_interval * 2 > all);
}

/* Of earlier waves the totals, and no more. */
static void test_earlier_wave_beside_this_one(void **state)
{
    size_t earlier = 0;

    (void)state;
    for (size_t t = 0; t < wrd_release_tables(example.release); t++) {
        const struct wrd_seen_table *seen = wrd_release_table(example.release, t);
        if (seen->wave == wrd_release_wave(example.release))
            continue;
        assert_null(seen->by);
        earlier++;
    }
    assert_true(earlier > 20);
}

static size_t in_both(const uint64_t *ids, size_t n, const uint64_t *others, size_t n_others)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_others && ids[i] != 0; k++)
            if (ids[i] == others[k]) {
                found++;
                break;
            }
    return found;
}

/* The same people and organisations in two waves, by their hashed ids: what changes can be paired on.
 * The generator lets 35 % of the volunteers come back. */
static void test_respondents_come_back(void **state)
{
    (void)state;
    for (size_t w = 1; w < WAVES; w++)
        for (size_t s = 0; s < SOURCES; s++) {
            const struct wrd_frame *then = example.frames[w - 1][s], *now = example.frames[w][s];
            size_t again = in_both(now->id, now->n, then->id, then->n);
            print_message("  %s: %zu of %zu answered before\n", now->file, again, now->n);
            assert_true(again * 100 > now->n * (s == 0 ? 30 : 50));
            assert_true(again * 100 < now->n * (s == 0 ? 40 : 70));
        }
}

/* Volunteers name their organisation; some organisations answered themselves. */
static void test_volunteers_have_an_organisation(void **state)
{
    int org_id = wrd_codebook_variable(example.book, "org_id");

    (void)state;
    assert_true(org_id >= 0);
    for (size_t w = 0; w < WAVES; w++) {
        const struct wrd_frame *vol = example.frames[w][0], *org = example.frames[w][1];
        const uint64_t *of = vol->columns[org_id].id;
        size_t beside = in_both(of, vol->n, org->columns[org_id].id, org->n), nowhere = 0;
        for (size_t i = 0; i < vol->n; i++)
            nowhere += of[i] == 0;
        print_message("  %s: %zu of %zu beside their organisation, %zu name none\n", vol->file,
                      beside, vol->n, nowhere);
        assert_true(beside > vol->n / 3 && beside < vol->n);
        assert_true(nowhere > 0 && nowhere < vol->n / 10);
    }
}

/* Every change that is shown stands between two figures that are shown with their bounds. */
static void test_changes_of_the_example(void **state)
{
    size_t shown = 0;

    (void)state;
    for (size_t t = 0; t < wrd_release_tables(example.release); t++) {
        const struct wrd_seen_table *seen = wrd_release_table(example.release, t);
        assert_null(seen->outcome->trend);
        for (size_t r = 0; seen->changes && r < seen->n_rows; r++) {
            if (seen->changes[r].cell.state != WRD_SHOWN)
                continue;
            shown++;
            assert_int_equal(seen->cells[r].state, WRD_SHOWN);
            assert_true(seen->cells[r].has_interval);
            assert_true(seen->changes[r].verdict != WRD_VERDICT_NONE);
        }
    }
    print_message("  %zu changes shown\n", shown);
    assert_true(shown > 300);
    for (size_t t = 0; t < wrd_release_tables(small.release); t++)
        assert_null(wrd_release_table(small.release, t)->changes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_balances_close),
        cmocka_unit_test(test_hidden_cells_hold_nothing),
        cmocka_unit_test(test_headline_indices_show),
        cmocka_unit_test(test_earlier_wave_beside_this_one),
        cmocka_unit_test(test_respondents_come_back),
        cmocka_unit_test(test_volunteers_have_an_organisation),
        cmocka_unit_test(test_changes_of_the_example),
    };

    return cmocka_run_group_tests_name("pipeline", tests, run_both, close_both);
}

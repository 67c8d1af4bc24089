/* Any bytes as an export for `init --from`: what comes of it hangs together, nothing of a column that
 * says who somebody is was looked at, and the study that is made of it is one that check takes. */
#include "model/money_lexicon.h"
#include "read/guess.h"
#include "support/fuzz_folder.h"
#include "write/starter.h"

enum { ONE_IN = 24 };

/* In most runs this stands in for the lexicon of money, which takes longer than all the rest. */
static bool says_euro(void *self, const char *text)
{
    (void)self;
    return strstr(text, "euro") != NULL;
}

static bool is_money(void *self, const char *text)
{
    struct wrd_money_hit hits[8];
    size_t n = wrd_money_find(self, text, false, hits, 8);
    for (size_t i = 0; i < n; i++)
        if (hits[i].kind != WRD_MONEY_HINT)
            return true;
    return false;
}

static void demand_profile(const struct wrd_export_profile *profile)
{
    for (size_t i = 0; i < profile->head.n_columns; i++) {
        const struct wrd_profile_column *column = &profile->columns[i];
        uint64_t counted = 0;
        for (size_t k = 0; k < column->n; k++) {
            counted += column->values[k].count;
            demand(k == 0 || strcmp(column->values[k - 1].text, column->values[k].text) < 0);
        }
        demand(column->filled <= profile->rows && column->n <= WRD_PROFILE_VALUES);
        demand(column->many ? counted <= column->filled : counted == column->filled);
        demand(column->head->kind != WRD_COLUMN_PERSONAL || column->filled == 0);
    }
}

static void demand_columns(const struct wrd_export_profile *profile, const struct wrd_draft *draft)
{
    demand(draft->n_columns == profile->head.n_columns);
    for (size_t i = 0; i < draft->n_columns; i++) {
        const struct wrd_draft_column *column = &draft->columns[i];
        bool personal = profile->head.columns[i].kind == WRD_COLUMN_PERSONAL;
        demand((column->skipped != WRD_SKIPPED_NOT) == (column->variable < 0));
        demand(column->variable < (int)draft->n_variables);
        demand(!personal || column->skipped != WRD_SKIPPED_NOT);
    }
}

static void demand_draft(const struct wrd_draft *draft)
{
    for (size_t i = 0; i < draft->n_variables; i++) {
        const struct wrd_draft_variable *variable = &draft->variables[i];
        bool listed = variable->type == WRD_TYPE_SINGLE || variable->type == WRD_TYPE_MULTIPLE;
        demand(listed == (variable->list >= 0) && variable->list < (int)draft->n_lists);
        demand(variable->scale < (int)draft->n_scales && wrd_is_name(variable->name, 64));
    }
    for (size_t i = 0; i < draft->n_lists; i++)
        for (size_t k = 0; k < draft->lists[i].n; k++)
            demand(wrd_is_code(draft->lists[i].values[k].code));
}

static bool has_outcome(const struct wrd_draft *draft)
{
    for (size_t i = 0; i < draft->n_variables; i++)
        if (draft->variables[i].roles & WRD_ROLE_OUTCOME)
            return true;
    return false;
}

/* As `init` does: the study is made in a folder of its own, and judged there. */
static void demand_study(struct wrd_arena *arena, struct wrd_draft *draft, const char *answers)
{
    struct wrd_tree *tree;
    struct wrd_diag *diag = wrd_diag_new();
    draft->wave = "2026";
    demand_ok(wrd_tree_open(new_in_memory_folder(), diag, &tree), diag);
    wrd_starter_draft(tree, draft, WRD_NL);
    demand_readable(arena, wrd_tree_staging(tree), answers, diag);
    wrd_tree_drop(tree);
    wrd_diag_free(diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_export_profile profile;
    struct wrd_draft draft = { .n_columns = 0 };
    const char *path = memory_file(bytes, len);
    enum wrd_status status = wrd_profile_read(arena, path, "export.csv", diag, &profile);

    demand((status == WRD_OK) == (wrd_diag_errors(diag) == 0));
    if (status == WRD_OK) {
        demand_profile(&profile);
        bool whole = is_one_in(ONE_IN, bytes, len);
        wrd_guess(arena, &profile, &(struct wrd_guess_rules){ whole ? is_money : says_euro, arena },
                  &draft);
        demand_columns(&profile, &draft);
        demand_draft(&draft);
        if (whole && has_outcome(&draft))
            demand_study(arena, &draft, path);
    }
    demand_fit_messages(diag, len);
    wrd_diag_free(diag);
    wrd_arena_free(arena);
    return 0;
}

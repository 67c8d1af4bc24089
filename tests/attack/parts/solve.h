/* tests/attack/parts/solve.h - whole numbers under linear equations and inequalities: what is
 * determined?
 *
 * Three attacks, from cheap to complete:
 *   solve_propagate   bounds of every unknown from every row, to a fixed point
 *   solve_eliminate   Gaussian elimination of the equations modulo 2^61 - 1
 *   solve_witness     another solution in which one unknown has another value; searched through to
 * the end, so that "none" is a proof that the unknown is determined
 *
 * Every unknown knows its true value, and every row is checked against the truth when it is added:
 * an attack on a wrong model proves nothing. */
#ifndef ATTACK_SOLVE_H
#define ATTACK_SOLVE_H

#include <stdbool.h>
#include <stdint.h>

#define SOLVE_MANY ((int64_t)1 << 50)

struct solve_row {
    int first, n; /* terms */
    int64_t lo, hi;
};
struct solve_term {
    int var;
    int64_t factor;
};
struct solve {
    int64_t *lo, *hi, *truth;
    int n_vars, room_vars;
    struct solve_row *rows;
    int n_rows, room_rows;
    struct solve_term *terms;
    int n_terms, room_terms;
    /* set by solve_ready */
    int *uses, *use_first; /* rows of a variable */
    int *queue, head, tail;
    bool *queued;
    struct {
        int var;
        int64_t lo, hi;
    } * trail;
    int n_trail, room_trail;
};

void solve_clear(struct solve *s);
int solve_var(struct solve *s, int64_t lo, int64_t hi, int64_t truth);
void solve_term(struct solve *s, int var, int64_t factor); /* of the row that is being made */
/* Ends the row: lo <= sum <= hi.  false: the truth does not fit, and the row is dropped. */
bool solve_row(struct solve *s, int64_t lo, int64_t hi);
void solve_ready(struct solve *s);
bool solve_propagate(struct solve *s); /* false: no solution */
/* value[var] < 0: not determined. */
void solve_eliminate(const struct solve *s, int64_t *value);

/* true: `witness` [n_vars] is another solution.  The same steps every time. */
bool solve_wander(const struct solve *s, int target, int steps, int64_t *witness);

enum solve_found { SOLVE_OTHER, SOLVE_NONE, SOLVE_TIRED };
/* Leaves the bounds as they were; on SOLVE_OTHER `witness` [n_vars] holds the other solution. */
enum solve_found solve_witness(struct solve *s, int target, int budget, int64_t *witness);

#endif

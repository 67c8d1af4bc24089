/* model/joint.c - see waardering/joint.h. */
#include "waardering/joint.h"

size_t wrd_joint_add(struct wrd_arena *arena, struct wrd_joints *joints,
                     const struct wrd_joint *joint)
{
    joints->of = wrd_arena_more(arena, joints->of, joints->n, &joints->room, sizeof *joints->of);
    joints->of[joints->n] = *joint;
    return joints->n++;
}

const char *wrd_source_name(const struct wrd_study *study, size_t source)
{
    return source == WRD_BOTH_SOURCES ? "both" : study->sources[source].id;
}

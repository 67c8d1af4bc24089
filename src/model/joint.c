/* model/joint.c - see waardering/joint.h. */
#include "waardering/joint.h"

#include <string.h>

size_t wrd_joint_add(struct wrd_arena *arena, struct wrd_joints *joints,
                     const struct wrd_joint *joint)
{
    if (joints->n == joints->room) {
        const size_t room = joints->room > 0 ? 2 * joints->room : 32;
        struct wrd_joint *more = wrd_arena_take_array(arena, room, sizeof *more);
        if (joints->n > 0)
            memcpy(more, joints->of, joints->n * sizeof *more);
        joints->of = more;
        joints->room = room;
    }
    joints->of[joints->n] = *joint;
    return joints->n++;
}

const char *wrd_source_name(const struct wrd_study *study, size_t source)
{
    return source == WRD_BOTH_SOURCES ? "both" : study->sources[source].id;
}

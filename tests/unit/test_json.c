/* JSON out; read back by jansson, which did not see our tree. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "core/json.h"

static struct wrd_json *example(void)
{
    struct wrd_json *root = wrd_json_object(), *list = wrd_json_array(), *inner = wrd_json_object();
    wrd_json_set_text(root, "wave", "2026");
    wrd_json_set_integer(root, "rows", -9223372036854775807 - 1);
    wrd_json_set_bool(root, "concept", true);
    wrd_json_set_text(root, "nothing", NULL);
    wrd_json_add_text(list, "caf\xC3\xA9 \"x\"\n");
    wrd_json_add_text(list, "caf\xE9"); /* not UTF-8 */
    wrd_json_add_integer(list, 3);
    wrd_json_set_text(inner, "a", "");
    wrd_json_add(list, inner);
    wrd_json_set(root, "files", list);
    return root;
}

static char *written(struct wrd_json *json, bool one_line)
{
    char *bytes = NULL;
    size_t len;
    FILE *to = open_memstream(&bytes, &len);
    assert_true(wrd_json_write(json, to, one_line));
    fclose(to);
    return bytes;
}

static void test_one_line(void **state)
{
    (void)state;
    struct wrd_json *json = example();
    char *text = written(json, true);
    assert_string_equal(text, "{\"wave\":\"2026\",\"rows\":-9223372036854775808,\"concept\":true,"
                              "\"nothing\":null,\"files\":[\"caf\xC3\xA9 \\\"x\\\"\\n\","
                              "\"caf\xEF\xBF\xBD\",3,{\"a\":\"\"}]}\n");
    free(text);
    wrd_json_free(json);
}

static void test_indented(void **state)
{
    (void)state;
    struct wrd_json *json = wrd_json_object(), *list = wrd_json_array();
    wrd_json_set_text(json, "b", "1");
    wrd_json_set(json, "a", list); /* order of setting, not of the alphabet */
    wrd_json_add_text(list, "2");
    char *text = written(json, false);
    assert_string_equal(text, "{\n  \"b\": \"1\",\n  \"a\": [\n    \"2\"\n  ]\n}\n");
    free(text);
    wrd_json_free(json);
}

static void test_others_can_read_it(void **state)
{
    (void)state;
    struct wrd_json *json = example();
    char *text = written(json, false);
    json_t *read = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(read);
    assert_int_equal(json_integer_value(json_object_get(read, "rows")), INT64_MIN);
    assert_int_equal(json_array_size(json_object_get(read, "files")), 4);
    json_decref(read);
    free(text);
    wrd_json_free(json);
}

static void test_a_full_disk_is_seen(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "wb");
    if (!full)
        skip();
    setvbuf(full, NULL, _IONBF, 0);
    struct wrd_json *json = example();
    assert_false(wrd_json_write(json, full, true));
    wrd_json_free(json);
    fclose(full);
}

static void add_leaf(void *self, const char *path, const char *text)
{
    fprintf(self, "%s = %s\n", path, text);
}

static void test_leaf_by_leaf(void **state)
{
    char *text = NULL;
    size_t len;
    FILE *to = open_memstream(&text, &len);
    struct wrd_json *json = wrd_json_object(), *of = wrd_json_object(), *list = wrd_json_array();
    (void)state;
    wrd_json_add_text(list, "age");
    wrd_json_add_integer(list, 12);
    wrd_json_set(of, "margins", list);
    wrd_json_set_bool(of, "finite", false);
    wrd_json_set(json, "vol", of);
    wrd_json_set(json, "none", wrd_json_array());
    wrd_json_set_text(json, "reason", NULL);
    wrd_json_each(json, add_leaf, to);
    fclose(to);
    assert_string_equal(text, "vol.margins = age, 12\nvol.finite = false\nnone = \nreason = \n");
    free(text);
    wrd_json_free(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_line),
        cmocka_unit_test(test_indented),
        cmocka_unit_test(test_others_can_read_it),
        cmocka_unit_test(test_leaf_by_leaf),
        cmocka_unit_test(test_a_full_disk_is_seen),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}

/* SHA-256 and the keyed hash. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "core/hash.h"

/* FIPS 180-2, appendix B; the empty text from NIST's SHA256ShortMsg.rsp. */
static const struct {
    const char *text;
    const char *hex;
} plain[] = {
    { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

static void test_plain(void **state)
{
    (void)state;
    char hex[WRD_HASH_HEX];
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        wrd_hash_bytes(plain[i].text, strlen(plain[i].text), hex);
        assert_string_equal(hex, plain[i].hex);
    }
}

static void test_a_million_times_a(void **state)
{
    (void)state; /* FIPS 180-2, appendix B.3 */
    static char text[1000000];
    char hex[WRD_HASH_HEX];
    memset(text, 'a', sizeof text);
    wrd_hash_bytes(text, sizeof text, hex);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void test_pieces_have_their_lengths(void **state)
{
    (void)state;
    char hex[WRD_HASH_HEX], other[WRD_HASH_HEX];
    const struct wrd_hash_piece split_here[] = { { "ab", 2 }, { "c", 1 } };
    const struct wrd_hash_piece split_there[] = { { "a", 1 }, { "bc", 2 } };
    wrd_hash_pieces(split_here, 2, hex);
    /* what stands in the header, spelled out */
    wrd_hash_bytes("\2\0\0\0\0\0\0\0ab\1\0\0\0\0\0\0\0c", 19, other);
    assert_string_equal(hex, other);
    wrd_hash_pieces(split_there, 2, other);
    assert_string_not_equal(hex, other);
}

/* RFC 4231, the cases whose key is at most 32 bytes (zeros behind a key do not change HMAC); the
 * first 16 bytes of each answer. */
#define TIMES_10(byte) byte byte byte byte byte byte byte byte byte byte
#define BYTES(text) (text), sizeof(text) - 1
static const struct {
    const char *key;
    size_t key_len;
    const char *bytes;
    size_t len;
    const char *keyed;
} keyed[] = {
    { BYTES(TIMES_10("\x0b") TIMES_10("\x0b")), BYTES("Hi There"),
      "\xb0\x34\x4c\x61\xd8\xdb\x38\x53\x5c\xa8\xaf\xce\xaf\x0b\xf1\x2b" },
    { BYTES("Jefe"), BYTES("what do ya want for nothing?"),
      "\x5b\xdc\xc1\x46\xbf\x60\x75\x4e\x6a\x04\x24\x26\x08\x95\x75\xc7" },
    { BYTES(TIMES_10("\xaa") TIMES_10("\xaa")),
      BYTES(TIMES_10("\xdd") TIMES_10("\xdd") TIMES_10("\xdd") TIMES_10("\xdd") TIMES_10("\xdd")),
      "\x77\x3e\xa9\x1e\x36\x80\x0e\x46\x85\x4d\xb8\xeb\xd0\x91\x81\xa7" },
    { BYTES(
          "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16"
          "\x17\x18\x19"),
      BYTES(TIMES_10("\xcd") TIMES_10("\xcd") TIMES_10("\xcd") TIMES_10("\xcd") TIMES_10("\xcd")),
      "\x82\x55\x8a\x38\x9a\x44\x3c\x0e\xa4\xcc\x81\x98\x99\xf2\x08\x3a" },
    { BYTES(TIMES_10("\x0c") TIMES_10("\x0c")), BYTES("Test With Truncation"),
      "\xa3\xb6\x16\x74\x73\x10\x0e\xe0\x6e\x0c\x79\x6c\x29\x55\x55\x2b" },
};

static void test_keyed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof keyed / sizeof *keyed; i++) {
        struct wrd_key key = { { 0 } };
        memcpy(key.bytes, keyed[i].key, keyed[i].key_len);
        struct wrd_keyed got = wrd_keyed_hash(&key, keyed[i].bytes, keyed[i].len);
        assert_memory_equal(got.bytes, keyed[i].keyed, sizeof got.bytes);
    }
}

static void test_keys_differ_and_are_wiped(void **state)
{
    (void)state;
    static const struct wrd_key nothing;
    struct wrd_key one = wrd_key_random(), other = wrd_key_random();
    assert_memory_not_equal(one.bytes, other.bytes, sizeof one.bytes);
    wrd_wipe(&one, sizeof one);
    assert_memory_equal(one.bytes, nothing.bytes, sizeof one.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_a_million_times_a),
        cmocka_unit_test(test_pieces_have_their_lengths),
        cmocka_unit_test(test_keyed),
        cmocka_unit_test(test_keys_differ_and_are_wiped),
    };
    return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}

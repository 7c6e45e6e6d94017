// Particles after Latin words, Hangul and numbers. The words are the project's Korean style
// table: every one of it stands here.
#include "core/base/josa.h"

#include <gtest/gtest.h>

namespace finwait {
namespace {

struct Case {
    std::string_view word;
    std::string_view subject, topic, object, with, to;
};

void says(const Case& expected)
{
    EXPECT_EQ(particle(expected.word, Josa::subject), expected.subject) << expected.word;
    EXPECT_EQ(particle(expected.word, Josa::topic), expected.topic) << expected.word;
    EXPECT_EQ(particle(expected.word, Josa::object), expected.object) << expected.word;
    EXPECT_EQ(particle(expected.word, Josa::with), expected.with) << expected.word;
    EXPECT_EQ(particle(expected.word, Josa::to), expected.to) << expected.word;
}

void ends_in_consonant(std::string_view word) { says({word, "이", "은", "을", "과", "으로"}); }
void ends_in_rieul(std::string_view word) { says({word, "이", "은", "을", "과", "로"}); }
void ends_in_vowel(std::string_view word) { says({word, "가", "는", "를", "와", "로"}); }

TEST(Josa, FollowsTheReadingOfLatinWordsThatEndInAConsonant)
{
    for (const auto word : {"FIN", "SYN", "FIN-WAIT-1", "LISTEN", "CLOSING", "SHA-1"})
        ends_in_consonant(word);
}

TEST(Josa, TakesRoAfterRieul)
{
    for (const auto word : {"MSL", "2MSL", "URL", "101"}) ends_in_rieul(word);
    EXPECT_EQ(josa("MSL", Josa::to), "MSL로");
    EXPECT_EQ(josa("101", Josa::to), "101로");
}

TEST(Josa, FollowsTheReadingOfLatinWordsThatEndInAVowel)
{
    for (const auto word :
         {"ACK", "RST", "SYN,ACK", "FIN,ACK", "FIN-WAIT-2", "CLOSE-WAIT", "TIME-WAIT", "LAST-ACK",
          "ESTABLISHED", "CLOSED", "SYN-SENT", "SYN-RECEIVED", "TCP", "TLS", "HTTP", "RTO", "RTT",
          "RFC"})
        ends_in_vowel(word);
}

TEST(Josa, ReadsNumbersInKorean)
{
    for (const auto word :
         {"1000", "1006", "0", "3", "10", "100", "20000", "2.0", "443", "RFC 9293"})
        ends_in_consonant(word);
    for (const auto word : {"1", "7", "8", "101", "1.8"}) ends_in_rieul(word);
    for (const auto word : {"2", "4", "5", "9", "1002", "1005", "1.5", "1000000000000"})
        ends_in_vowel(word);
}

TEST(Josa, ReadsHangul)
{
    for (const auto word : {"타이머 삼", "세그먼트 번호 셋", "동시 개방"}) ends_in_consonant(word);
    for (const auto word : {"연결", "채널", "3방향 다이얼"}) ends_in_rieul(word);
    for (const auto word : {"클라이언트", "서버", "3방향 핸드셰이크"}) ends_in_vowel(word);
}

TEST(Josa, ReadsFlagsTimersErrorsAndCalls)
{
    for (const auto word : {"PSH", "URG", "RST,ACK", "TLP", "CWR 2", "EPIPE", "ECONNREFUSED",
                            "EADDRINUSE", "EBADF", "close()", "send()", "recv()", "accept()",
                            "connect()", "bind()", "abort()"})
        ends_in_vowel(word);
    for (const auto word : {"ISN", "ECONNRESET", "ETIMEDOUT", "ENOTCONN", "EISCONN", "listen()",
                            "shutdown()", "sleep()"})
        ends_in_consonant(word);
    for (const auto word : {"EADDRNOTAVAIL", "EINVAL", "CTL", "kill()"}) ends_in_rieul(word);
}

TEST(Josa, ReadsHostNamesAsEnglish)
{
    for (const auto word : {"client", "server", "host", "proxy", "a", "Linux", "alice", "node"})
        ends_in_vowel(word);
    for (const auto word : {"admin", "WebSocket", "Ping", "laptop", "team"})
        ends_in_consonant(word);
    ends_in_rieul("terminal");
    ends_in_rieul("example");
}

TEST(Josa, LooksThroughBracketsQuotesAndMarks)
{
    ends_in_vowel("절반 종료(half-close)");
    ends_in_vowel("'client'");
    ends_in_consonant("'FIN'");
    ends_in_consonant("<CTL=FIN>");
    ends_in_vowel("재설정(RST) 표");
    ends_in_vowel("200 ms");
    ends_in_vowel("60초");
    ends_in_vowel("50%");
}

TEST(Josa, OfNothingIsAPlainForm)
{
    ends_in_vowel("");
    ends_in_vowel("()");
    ends_in_vowel("…");
    ends_in_vowel("\xff\xfe");
}

TEST(Josa, WritesWordAndParticle)
{
    EXPECT_EQ("서버가 " + josa("FIN", Josa::object) + " 보낸다", "서버가 FIN을 보낸다");
    EXPECT_EQ(josa("ACK", Josa::subject) + " 손실됐다", "ACK가 손실됐다");
    EXPECT_EQ("FIN-WAIT-1에서 " + josa("FIN-WAIT-2", Josa::to), "FIN-WAIT-1에서 FIN-WAIT-2로");
    EXPECT_EQ(josa("TIME-WAIT", Josa::to), "TIME-WAIT로");
    EXPECT_EQ(josa("server", Josa::call_name), "server라는");
    EXPECT_EQ(josa("admin", Josa::call_name), "admin이라는");
}

}  // namespace
}  // namespace finwait

// The sentences of faults and selectors, rule by rule of the grammar in
// docs/scenario-format.md, and the message for each way to get one wrong.
#include "core/net/fault.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/net/label.h"

namespace finwait::net {
namespace {

const std::vector<std::string> hosts = {"client", "server", "proxy-2"};

Fault fault(std::string_view sentence)
{
    auto read = parse_fault(sentence, hosts);
    EXPECT_TRUE(read.ok()) << sentence << ": " << (read.ok() ? "" : read.error().message);
    return read.ok() ? *read : Fault{};
}

/// "column: message"
std::string wrong(std::string_view sentence)
{
    const auto read = parse_fault(sentence, hosts);
    if (read.ok()) return "read";
    return std::to_string(read.error().column) + ": " + read.error().message;
}

Selector selector(std::string_view words)
{
    auto read = parse_selector(words, hosts);
    EXPECT_TRUE(read.ok()) << words << ": " << (read.ok() ? "" : read.error().message);
    return read.ok() ? *read : Selector{};
}

TEST(Fault, LoseMeansTheFirstOneOnly)
{
    const Fault f = fault("lose FIN from client");
    EXPECT_EQ(f.action, Action::lose);
    EXPECT_EQ(f.what.labels, label_fin);
    EXPECT_EQ(f.what.host, 0);
    EXPECT_EQ(f.what.connection, 0U);
    EXPECT_EQ(f.what.first, 1U);
    EXPECT_EQ(f.what.last, 1U);
    EXPECT_EQ(f.what.words, "FIN");
    EXPECT_EQ(f.sentence, "lose FIN from client");
}

TEST(Fault, AnOrdinalChoosesOne)
{
    const Fault f = fault("lose 2nd ACK of FIN from server");
    EXPECT_EQ(f.what.labels, label_ack_of_fin);
    EXPECT_EQ(f.what.host, 1);
    EXPECT_EQ(f.what.first, 2U);
    EXPECT_EQ(f.what.last, 2U);
    EXPECT_EQ(f.what.words, "ACK of FIN");
    for (const auto& [word, n] :
         std::vector<std::pair<std::string, std::uint32_t>>{{"1st", 1},
                                                            {"3rd", 3},
                                                            {"4th", 4},
                                                            {"11th", 11},
                                                            {"12th", 12},
                                                            {"13th", 13},
                                                            {"21st", 21},
                                                            {"102nd", 102},
                                                            {"111th", 111},
                                                            {"1000000th", 1'000'000}}) {
        EXPECT_EQ(fault("lose " + word + " data from client").what.first, n);
        EXPECT_EQ(ordinal_text(n), word);
    }
}

TEST(Fault, EveryAndFirstNChooseMany)
{
    EXPECT_EQ(fault("lose every SYN from client").what.last, UINT32_MAX);
    const Fault f = fault("lose first 3 SYN from client");
    EXPECT_EQ(f.what.first, 1U);
    EXPECT_EQ(f.what.last, 3U);
}

TEST(Fault, EachLabelHasItsBits)
{
    const std::vector<std::pair<std::string, int>> table = {
        {"SYN", label_syn},
        {"SYN,ACK", label_syn_ack},
        {"SYN , ACK", label_syn_ack},
        {"FIN", label_fin},
        {"FIN,ACK", label_fin},
        {"RST", label_rst},
        {"RST,ACK", label_rst},
        {"data", label_data},
        {"ACK", label_ack},
        {"ACK of FIN", label_ack_of_fin},
        {"ACK of FIN,ACK", label_ack_of_fin},
        {"ACK of SYN", label_ack_of_syn},
        {"ACK of SYN,ACK", label_ack_of_syn},
        {"ACK of data", label_ack_of_data},
        {"retransmission", label_retransmission},
        {"retransmission of SYN", label_retransmission | label_syn},
        {"retransmission of SYN,ACK", label_retransmission | label_syn_ack},
        {"retransmission of FIN", label_retransmission | label_fin},
        {"retransmission of data", label_retransmission | label_data},
        {"probe", label_probe},
        {"segment", 0},
    };
    for (const auto& [label, bits] : table)
        EXPECT_EQ(fault("lose " + label + " from client").what.labels, bits) << label;
}

TEST(Fault, FromMayBeLeftOutOfASelection)
{
    EXPECT_EQ(fault("swap 3rd data with next").what.host, Selector::any_host);
    EXPECT_EQ(fault("lose FIN").what.host, Selector::any_host);
}

TEST(Fault, OnConnectionCountsThereOnly)
{
    EXPECT_EQ(fault("lose 2nd FIN from client on connection 3").what.connection, 3U);
    const Fault f = fault("delay SYN,ACK from server on connection 2 by 300ms");
    EXPECT_EQ(f.what.connection, 2U);
    EXPECT_EQ(f.time, milliseconds{300});
}

TEST(Fault, EverythingAfterASegment)
{
    const Fault f = fault("lose everything after FIN from client");
    EXPECT_EQ(f.action, Action::lose_all_after);
    EXPECT_EQ(f.what.labels, label_fin);
    EXPECT_EQ(f.what.first, 1U);
    EXPECT_EQ(fault("lose everything after 2nd data from server").what.first, 2U);
}

TEST(Fault, EverythingFromAHost)
{
    const Fault f = fault("lose everything from server on connection 2");
    EXPECT_EQ(f.action, Action::lose);
    EXPECT_EQ(f.what.labels, 0);
    EXPECT_EQ(f.what.host, 1);
    EXPECT_EQ(f.what.first, 1U);
    EXPECT_EQ(f.what.last, UINT32_MAX);
    EXPECT_EQ(f.what.connection, 2U);
}

TEST(Fault, ByChanceWithASeed)
{
    const Fault f = fault("lose 1 in 20 from server seed 7");
    EXPECT_EQ(f.action, Action::lose_by_chance);
    EXPECT_EQ(f.one_in, 20U);
    EXPECT_EQ(f.seed, 7U);
    EXPECT_EQ(f.what.last, UINT32_MAX);
    EXPECT_EQ(fault("lose 1 in 20 from server").seed, 1U);
    EXPECT_EQ(fault("lose 1 in 2 from proxy-2 on connection 4 seed 0").what.connection, 4U);
}

TEST(Fault, DelayCopySwapCorrupt)
{
    EXPECT_EQ(fault("delay SYN,ACK from server by 300ms").action, Action::delay);
    EXPECT_EQ(fault("copy FIN from server after 5s").action, Action::copy);
    EXPECT_EQ(fault("copy FIN from server after 5s").time, seconds{5});
    EXPECT_EQ(fault("swap 3rd data from client with next").action, Action::swap);
    EXPECT_EQ(fault("corrupt 1st data from client").action, Action::corrupt);
}

TEST(Fault, BlanksOnlySeparate)
{
    const Fault f = fault("  delay\tSYN ,ACK   from server by 1.5 s ");
    EXPECT_EQ(f.what.labels, label_syn_ack);
    EXPECT_EQ(f.time, milliseconds{1500});
}

TEST(FaultErrors, SayWhatWasFoundAndExpected)
{
    EXPECT_EQ(wrong(""),
              "1: the sentence ends too early; expected what to do (lose, delay, copy, swap or "
              "corrupt)");
    EXPECT_EQ(wrong("loose FIN from client"),
              "1: found 'loose', expected what to do (lose, delay, copy, swap or corrupt); did "
              "you mean 'lose'?");
    EXPECT_EQ(wrong("lose fin from client"),
              "6: found 'fin', expected a segment (SYN, SYN,ACK, FIN, RST, data, ACK, "
              "retransmission, probe or segment); did you mean 'FIN'?");
    EXPECT_EQ(wrong("lose everthing from client"),
              "6: found 'everthing', expected a segment (SYN, SYN,ACK, FIN, RST, data, ACK, "
              "retransmission, probe or segment); did you mean 'everything'?");
    EXPECT_EQ(wrong("lose FIN form client"),
              "10: found 'form', expected the end; did you mean 'from'?");
    EXPECT_EQ(wrong("lose FIN from sever"),
              "15: found 'sever', expected a host (client, server or proxy-2); did you mean "
              "'server'?");
    EXPECT_EQ(wrong("lose FIN from"),
              "14: the sentence ends too early; expected a host (client, server or proxy-2)");
    EXPECT_EQ(wrong("lose FIN from client twice"), "22: found 'twice', expected the end");
    EXPECT_EQ(wrong("lose ACK of RST from client"),
              "13: found 'RST', expected a segment (SYN, FIN or data)");
    EXPECT_EQ(wrong("lose SYN,FIN from client"), "10: found 'FIN', expected 'ACK'");
}

TEST(FaultErrors, CheckOrdinals)
{
    EXPECT_EQ(wrong("lose 2st FIN from client"), "6: found '2st', expected '2nd'");
    EXPECT_EQ(wrong("lose 11st FIN from client"), "6: found '11st', expected '11th'");
    EXPECT_EQ(wrong("lose 2 FIN from client"), "6: found '2', expected '2nd'");
    EXPECT_EQ(wrong("lose 0th FIN from client"),
              "6: found '0th', expected an ordinal from 1st to 1000000th");
    EXPECT_EQ(wrong("lose 99999999999999999999999th FIN from client"),
              "6: found '99999999999999999999999th', expected an ordinal from 1st to 1000000th");
    EXPECT_EQ(wrong("lose first 0 FIN from client"),
              "12: found '0', expected a number of segments from 1 to 1000000");
}

TEST(FaultErrors, CheckTimesAndNumbers)
{
    EXPECT_EQ(wrong("delay FIN from client by 3"),
              "26: found '3', expected a delay such as 10ms, 1.5s or 2m");
    EXPECT_EQ(wrong("delay FIN from client by 3 days"),
              "26: found '3', expected a delay such as 10ms, 1.5s or 2m");
    EXPECT_EQ(wrong("delay FIN from client by 2h"),
              "26: found '2h', expected a delay from 1ns to 3600s");
    EXPECT_EQ(wrong("delay FIN from client by 0s"),
              "26: found '0s', expected a delay from 1ns to 3600s");
    EXPECT_EQ(wrong("delay FIN from client after 3s"), "23: found 'after', expected 'by'");
    EXPECT_EQ(wrong("lose 1 in 0 from client"),
              "11: found '0', expected a number from 1 to 1000000");
    EXPECT_EQ(wrong("lose 1 in 20"), "13: the sentence ends too early; expected 'from'");
    EXPECT_EQ(wrong("lose FIN from client on connection 0"),
              "36: found '0', expected a connection from 1 to 1000000");
    EXPECT_EQ(wrong("lose FIN from client on conection 1"),
              "25: found 'conection', expected 'connection'");
    EXPECT_EQ(wrong("lose everything"),
              "16: the sentence ends too early; expected 'after' or 'from'");
    EXPECT_EQ(wrong("lose everything after FIN"),
              "26: the sentence ends too early; expected 'from'");
    EXPECT_EQ(wrong("swap data from client with text"), "28: found 'text', expected 'next'");
}

TEST(FaultErrors, CountCharactersNotBytes)
{
    EXPECT_EQ(wrong("lose é FIN"), "6: found 'é', which no sentence here contains");
    EXPECT_EQ(wrong("lose 'é' x"),
              "6: found a text in quotes, expected a segment (SYN, SYN,ACK, FIN, RST, data, ACK, "
              "retransmission, probe or segment)");
    EXPECT_EQ(wrong("lose 'FIN"), "6: the text in quotes has no end; expected '");
    EXPECT_EQ(wrong("lose 'a\\q'"),
              "8: found '\\q', expected \\n, \\r, \\t, \\0, \\', \\\\ or \\xHH");
}

TEST(Selector, MeansEveryOneWhereNoOrdinalStands)
{
    EXPECT_EQ(selector("FIN from server").last, UINT32_MAX);
    EXPECT_EQ(selector("RST").host, Selector::any_host);
    EXPECT_EQ(selector("2nd FIN from server").last, 2U);
    EXPECT_EQ(selector("first 2 SYN").last, 2U);
    EXPECT_EQ(selector("retransmission from client").labels, label_retransmission);
    EXPECT_EQ(selector("segment from client on connection 2").connection, 2U);
}

TEST(Selector, MatchesLabelsHostAndConnection)
{
    const Selector s = selector("retransmission of FIN from server on connection 2");
    EXPECT_TRUE(s.matches(label_retransmission | label_fin | label_data, 1, 2));
    EXPECT_FALSE(s.matches(label_fin, 1, 2));
    EXPECT_FALSE(s.matches(label_retransmission | label_fin, 0, 2));
    EXPECT_FALSE(s.matches(label_retransmission | label_fin, 1, 1));
}

TEST(Fault, EverySentenceThatIsCutShortIsRefusedOrShorter)
{
    // No prefix and no single changed byte makes the parser stop the program.
    const std::string sentence = "delay 2nd retransmission of SYN,ACK from server by 1.5s";
    for (std::size_t i = 0; i <= sentence.size(); ++i) {
        parse_fault(sentence.substr(0, i), hosts);
        for (int byte = 0; byte < 256 && i < sentence.size(); ++byte) {
            std::string changed = sentence;
            changed[i] = static_cast<char>(byte);
            const auto read = parse_fault(changed, hosts);
            if (!read.ok()) {
                EXPECT_FALSE(read.error().message.empty());
                EXPECT_GE(read.error().column, 1);
                EXPECT_LE(read.error().column, static_cast<int>(sentence.size()) + 1);
            }
        }
    }
}

}  // namespace
}  // namespace finwait::net

// Records as JSON, read back by another library.
#include "core/export/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/export/hand_made.h"

namespace finwait::exports {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

json object(const HandMade& run, trace::RecordId id)
{
    return json::parse(json_line(trace::Index(run.trace), run.trace[id]));
}

TEST(Json, EveryLineBeginsWithTheSameSevenFields)
{
    HandMade run;
    run.handshake();
    const std::string first = json_line(trace::Index(run.trace), run.trace[0]);
    EXPECT_TRUE(first.starts_with(R"({"t_ns":0,"host":"client","conn":1,"id":0,"cause":null,)"
                                  R"("rule":"active-open","kind":"state",)"));
}

TEST(Json, ASegmentHasRelativeNumbersAndItsFlagsInOrder)
{
    HandMade run;
    run.handshake();
    const json both = object(run, 4);
    EXPECT_EQ(both["flags"], "SA");
    EXPECT_EQ(both["seq"], 0);
    EXPECT_EQ(both["ack"], 1);
    EXPECT_EQ(both["raw_seq"], 5000);
    EXPECT_EQ(both["raw_ack"], 1001);
    EXPECT_EQ(both["len"], 0);
    EXPECT_EQ(both["peer"], "client");
    EXPECT_EQ(both["labels"], json::array({"SYN,ACK"}));
}

TEST(Json, WithoutAckTheNumberIsNull)
{
    HandMade run;
    run.handshake();
    EXPECT_TRUE(object(run, 1)["ack"].is_null());
    EXPECT_TRUE(object(run, 1)["raw_ack"].is_null());
}

TEST(Json, WithoutAFirstNumberTheOneOnTheWireStands)
{
    HandMade run;
    run.sent(0ms, 0, tcp::SYN, 0, 0, trace::label_syn);
    const auto id = run.sent(10ms, 1, tcp::RST | tcp::ACK, 0, 1, trace::label_rst);
    EXPECT_EQ(object(run, id)["flags"], "RA");
    EXPECT_EQ(object(run, id)["seq"], 5000);
    EXPECT_EQ(object(run, id)["ack"], 1);
}

TEST(Json, LostAndArrivedPointAtTheirSegment)
{
    HandMade run;
    run.handshake();
    const auto sent = run.sent(1s, 0, tcp::FIN | tcp::ACK, 1, 1, trace::label_fin);
    const auto lost = run.lost(1s, sent);
    EXPECT_EQ(object(run, 2)["kind"], "arrived");
    EXPECT_EQ(object(run, 2)["about"], 1);
    EXPECT_EQ(object(run, lost)["kind"], "lost");
    EXPECT_EQ(object(run, lost)["about"], sent);
    EXPECT_EQ(object(run, lost)["rule"], "lost-by-fault");
}

TEST(Json, AMoveNamesItsStatesAndItsEvent)
{
    HandMade run;
    run.handshake();
    const json move = object(run, 0);
    EXPECT_EQ(move["from"], "CLOSED");
    EXPECT_EQ(move["to"], "SYN-SENT");
    EXPECT_EQ(move["event"], "active OPEN / snd SYN");
    EXPECT_EQ(move["listener"], false);
}

TEST(Json, ACallThatFailsSaysItsError)
{
    HandMade run;
    trace::Record call = run.next(1s, 0, trace::Kind::returned, Rule::call_returned);
    call.about = 0;
    call.call = call_fact(3, 0, -1, host::Errno::connection_refused);
    const json returned = object(run, run.add(call));
    EXPECT_EQ(returned["statement"], "connect server:80");
    EXPECT_EQ(returned["error"], "ECONNREFUSED");
    EXPECT_EQ(returned["result"], -1);
    EXPECT_EQ(returned["process"], 3);
}

TEST(Json, AnyTextBecomesAValidString)
{
    EXPECT_EQ(json_string("say \"hi\" \\ \n"), R"("say \"hi\" \\ \n")");
    EXPECT_EQ(json_string("\x1b[2J"), R"("\u001b[2J")");
    EXPECT_EQ(json_string("\x7f"), R"("\u007f")");
    EXPECT_EQ(json_string("마지막 ACK"), "\"마지막 ACK\"");
    EXPECT_EQ(json::parse(json_string("\xff\xfe")), "\xEF\xBF\xBD\xEF\xBF\xBD");
    for (int c = 1; c < 128; ++c) {
        const std::string one(1, static_cast<char>(c));
        EXPECT_EQ(json::parse(json_string(one)), one);
    }
}

}  // namespace
}  // namespace finwait::exports

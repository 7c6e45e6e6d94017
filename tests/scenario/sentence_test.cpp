// A click on a segment becomes a sentence, and the sentence means that segment and no other.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/net/fault.h"
#include "core/scenario/parse.h"
#include "core/trace/trace.h"

namespace finwait::scenario {
namespace {

using namespace finwait::trace;

class Sentences : public testing::Test {
protected:
    Sentences()
    {
        Header header;
        header.hosts = {"client", "server"};
        trace_.begins(header);
    }

    RecordId record(Kind kind, HostId host, int labels, ConnectionId conn = 1)
    {
        Record r;
        r.id = static_cast<RecordId>(trace_.size());
        r.kind = kind;
        r.host = host;
        r.conn = conn;
        if (kind == Kind::sent) r.segment.labels = static_cast<std::uint16_t>(labels);
        trace_.append(r, {});
        return r.id;
    }
    RecordId sent(HostId host, int labels, ConnectionId conn = 1)
    {
        return record(Kind::sent, host, labels, conn);
    }
    std::string sentence(RecordId id) const { return sentence_to_lose(trace_, id); }

    Trace trace_;
};

TEST_F(Sentences, TheLabelThatTellsMost)
{
    const RecordId syn = sent(0, label_syn);
    const RecordId syn_ack = sent(1, label_syn_ack);
    const RecordId third = sent(0, label_ack | label_ack_of_syn);
    const RecordId data = sent(0, label_data);
    const RecordId ack = sent(1, label_ack | label_ack_of_data);
    const RecordId fin = sent(0, label_fin | label_data);
    const RecordId last = sent(1, label_ack | label_ack_of_fin | label_ack_of_data);
    const RecordId plain = sent(1, label_ack);
    const RecordId probe = sent(0, label_probe | label_ack | label_retransmission);
    const RecordId rst = sent(1, label_rst);
    EXPECT_EQ(sentence(syn), "lose SYN from client");
    EXPECT_EQ(sentence(syn_ack), "lose SYN,ACK from server");
    EXPECT_EQ(sentence(third), "lose ACK of SYN from client");
    EXPECT_EQ(sentence(data), "lose data from client");
    EXPECT_EQ(sentence(ack), "lose ACK of data from server");
    EXPECT_EQ(sentence(fin), "lose FIN from client");
    EXPECT_EQ(sentence(last), "lose ACK of FIN from server");
    EXPECT_EQ(sentence(plain), "lose 3rd ACK from server");
    EXPECT_EQ(sentence(probe), "lose probe from client");
    EXPECT_EQ(sentence(rst), "lose RST from server");
}

TEST_F(Sentences, OrdinalsCountRetransmissionsAndNotCopies)
{
    sent(0, label_fin);
    sent(0, label_fin | label_copy);
    const RecordId again = sent(0, label_fin | label_retransmission);
    EXPECT_EQ(sentence(again), "lose 2nd FIN from client");
}

TEST_F(Sentences, TheConnectionIsNamedWhenThereAreSeveral)
{
    const RecordId one = sent(0, label_syn, 1);
    EXPECT_EQ(sentence(one), "lose SYN from client");
    const RecordId two = sent(0, label_syn, 2);
    EXPECT_EQ(sentence(one), "lose SYN from client on connection 1");
    EXPECT_EQ(sentence(two), "lose SYN from client on connection 2");
    const RecordId nobody = sent(1, label_rst, 0);
    EXPECT_EQ(sentence(nobody), "lose RST from server");
}

TEST_F(Sentences, WhatNoSentenceNames)
{
    EXPECT_EQ(sentence(record(Kind::state, 0, 0)), "");
    EXPECT_EQ(sentence(sent(0, label_fin | label_copy)), "");
}

TEST_F(Sentences, EachMeansItsSegmentAndNoOther)
{
    // A busy run: all labels, both hosts, three connections and nobody's, with copies between.
    const std::vector<int> kinds = {label_syn, label_syn_ack, label_ack | label_ack_of_syn,
                                    label_data, label_ack | label_ack_of_data, label_ack,
                                    label_fin, label_fin | label_data | label_retransmission,
                                    label_ack | label_ack_of_fin, label_rst, label_probe,
                                    label_data | label_copy, 0};
    for (std::size_t i = 0; i < 400; ++i)
        sent(static_cast<HostId>(i * 7 % 5 % 2), kinds[i * i % 31 % kinds.size()],
             static_cast<ConnectionId>(i % 4));
    const std::vector<std::string> hosts = trace_.header().hosts;
    for (RecordId id = 0; id < trace_.size(); ++id) {
        const std::string words = sentence(id);
        if ((trace_[id].segment.labels & label_copy) != 0) continue;
        const auto fault = net::parse_fault(words, hosts);
        ASSERT_TRUE(fault.ok()) << words;
        std::uint32_t ordinal = 0;
        std::vector<RecordId> meant;
        for (const Record& r : trace_.records())
            if ((r.segment.labels & label_copy) == 0 &&
                fault->what.matches(r.segment.labels, r.host, r.conn)) {
                ++ordinal;
                if (ordinal >= fault->what.first && ordinal <= fault->what.last)
                    meant.push_back(r.id);
            }
        EXPECT_EQ(meant, std::vector<RecordId>{id}) << words;
    }
}

}  // namespace
}  // namespace finwait::scenario

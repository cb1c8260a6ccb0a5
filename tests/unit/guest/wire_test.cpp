// Messages between host and guest: whole ones come out as they went in, everything else is noticed.
#include "guest/wire.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

std::string hello() {
  WireOut out(Message::hello);
  out.number(std::uint32_t{7});
  out.text("Звечан");
  return out.take();
}

TEST(WireAssembly, GivesAMessageThatCameByteByByteOnceItIsWhole) {
  const std::string bytes = hello();
  WireAssembly incoming;
  Message type{};
  std::string_view payload;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    EXPECT_EQ(incoming.next(type, payload), WireAssembly::State::incomplete);
    incoming.add(&bytes[i], 1);
  }
  ASSERT_EQ(incoming.next(type, payload), WireAssembly::State::message);
  EXPECT_EQ(type, Message::hello);
  WireIn in(payload);
  EXPECT_EQ(in.number<std::uint32_t>(), 7u);
  EXPECT_EQ(in.text(), "Звечан");
  EXPECT_TRUE(in.finished());
}

TEST(WireAssembly, GivesSeveralMessagesThatCameAtOnceInOrder) {
  const std::string bytes = hello() + WireOut(Message::redraw).take() + hello();
  WireAssembly incoming;
  incoming.add(bytes.data(), bytes.size());
  Message type{};
  std::string_view payload;
  for (const Message expected : {Message::hello, Message::redraw, Message::hello}) {
    ASSERT_EQ(incoming.next(type, payload), WireAssembly::State::message);
    EXPECT_EQ(type, expected);
  }
  EXPECT_EQ(incoming.next(type, payload), WireAssembly::State::incomplete);
  EXPECT_EQ(incoming.waiting_bytes(), 0u);
}

TEST(WireAssembly, CallsAnUnknownTypeNonsense) {
  for (const std::uint32_t unknown : {0u, 14u, 63u, 79u, 0xffffffffu}) {
    WireOut out(static_cast<Message>(unknown));
    const std::string bytes = out.take();
    WireAssembly incoming;
    incoming.add(bytes.data(), bytes.size());
    Message type{};
    std::string_view payload;
    EXPECT_EQ(incoming.next(type, payload), WireAssembly::State::nonsense) << unknown;
  }
}

TEST(WireAssembly, CallsALengthAboveTheLimitNonsenseBeforeItsBytesArrive) {
  const std::uint32_t head[2] = {static_cast<std::uint32_t>(Message::events), kWireMaxMessage + 1};
  WireAssembly incoming;
  incoming.add(reinterpret_cast<const char*>(head), sizeof head);
  Message type{};
  std::string_view payload;
  EXPECT_EQ(incoming.next(type, payload), WireAssembly::State::nonsense);
}

TEST(WireIn, AskedForMoreThanThereIsTurnsBadAndStaysSo) {
  WireIn in("\1\0\0");
  EXPECT_EQ(in.number<std::uint32_t>(), 0u);
  EXPECT_FALSE(in.ok());
  EXPECT_EQ(in.number<std::uint8_t>(), 0u);
  EXPECT_EQ(in.text(), "");
  EXPECT_FALSE(in.finished());
}

TEST(WireIn, ACountThatTheMessageCannotHoldIsBad) {
  WireOut out(Message::hello);
  out.number(std::uint32_t{0x40000000});
  const std::string bytes = out.take();
  WireIn in(std::string_view(bytes).substr(kWireHead));
  EXPECT_EQ(in.count(0x7fffffff, 8), 0u);
  EXPECT_FALSE(in.ok());
}

TEST(WireIn, ATextLongerThanAllowedIsBad) {
  WireOut out(Message::hello);
  out.text("four");
  const std::string bytes = out.take();
  WireIn in(std::string_view(bytes).substr(kWireHead));
  in.text(3);
  EXPECT_FALSE(in.ok());
}

TEST(WireIn, BytesAfterTheLastFieldMeanItIsNotFinished) {
  WireIn in(std::string_view("\1\0\0\0x", 5));
  EXPECT_EQ(in.number<std::uint32_t>(), 1u);
  EXPECT_TRUE(in.ok());
  EXPECT_FALSE(in.finished());
}

}  // namespace
}  // namespace vidik

#include "canary/api/event_readers.hpp"

#include "canary/api/event_text.hpp"
#include "event_stream.hpp"
#include "parse_text.hpp"

namespace canary::api {
namespace {

// Of one handler: each costs a system call.
constexpr int served_at_once = 32;

}  // namespace

std::string event_id(std::uint64_t era, std::uint64_t number) {
  return std::to_string(era) + '-' + std::to_string(number);
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> parse_event_id(std::string_view id) {
  const auto dash = id.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto era = parse_number(id.substr(0, dash)), number = parse_number(id.substr(dash + 1));
  if (!era || !number) return std::nullopt;
  return std::pair(*era, *number);
}

event_readers::event_readers(clock& time, events::feed& source, test_listing tests, event_reader_limits limits)
    : time_(time),
      source_(source),
      tests_(std::move(tests)),
      limits_(limits),
      next_(streams_.end()),
      round_(time.make_timer()),
      heart_(time.make_timer()) {
  source_.when_told([this] { told(); });
}

event_readers::~event_readers() {
  source_.when_told(nullptr);
  close();
}

std::shared_ptr<void> event_readers::take_place() {
  if (streams_.size() + *taken_ >= limits_.readers) return nullptr;
  ++*taken_;
  return {taken_.get(), [taken = taken_](void*) { --*taken; }};
}

void event_readers::add(std::unique_ptr<client_stream> client, event_subscription what, reader_permit permit) {
  if (closed_ || (permit && !permit())) return;
  if (streams_.empty()) heart_->start(time_.mono() + limits_.beat, [this] { beat(); });
  const auto stream = std::make_shared<event_stream>(std::move(client), *this, std::move(what), std::move(permit));
  stream->start(streams_.insert(streams_.end(), stream));
}

void event_readers::end_refused() {
  for (auto it = streams_.begin(); it != streams_.end();) {
    const auto stream = *it++;
    stream->end_if_refused();
  }
}

void event_readers::close() {
  closed_ = true;
  end_all();
}

void event_readers::end_all() {
  round_->cancel();
  heart_->cancel();
  next_ = streams_.end();
  for (auto it = streams_.begin(); it != streams_.end();) {
    const auto stream = *it++;
    stream->serve();  // what fits into the kernel's buffer is still sent
    stream->close();
  }
  streams_.clear();
  next_ = streams_.end();
  in_round_ = false;
}

bool event_readers::labelled(std::string_view test, const std::vector<label_condition>& conditions) {
  if (!registered_) {
    registered_.emplace();
    for (auto& t : tests_()) registered_->emplace(t->name, t);
  }
  const auto found = registered_->find(test);
  return found != registered_->end() && all_hold(conditions, found->second->labels);
}

void event_readers::told() {
  const auto& newest = source_.at(source_.next() - 1);
  if (std::holds_alternative<events::config_reloaded>(newest.what)) registered_.reset();
  told_since_round_ = true;
  if (!in_round_ && !streams_.empty()) begin_round();
}

void event_readers::begin_round() {
  in_round_ = true;
  round_->start(std::max(time_.mono(), last_round_ + limits_.pace), [this] {
    last_round_ = time_.mono();
    told_since_round_ = false;
    next_ = streams_.begin();
    serve_some();
  });
}

void event_readers::serve_some() {
  for (int served = 0; next_ != streams_.end() && served < served_at_once; ++served) {
    const auto stream = *next_++;  // which may leave the list meanwhile
    stream->serve();
  }
  if (next_ != streams_.end()) return round_->start(time_.mono(), [this] { serve_some(); });
  in_round_ = false;
  if (told_since_round_ && !streams_.empty()) begin_round();
}

void event_readers::beat() {
  for (auto it = streams_.begin(); it != streams_.end();) {
    const auto stream = *it++;
    if (!stream->end_if_refused()) stream->beat();
  }
  if (!streams_.empty()) heart_->start(time_.mono() + limits_.beat, [this] { beat(); });
}

void event_readers::remove(place p) {
  if (next_ == p) ++next_;
  streams_.erase(p);
  if (streams_.empty()) heart_->cancel();
}

void event_readers::drop(event_stream& slow) {
  ++dropped_;
  slow.abort();
}

std::shared_ptr<const std::string> event_readers::text(std::uint64_t number) {
  while (!texts_.empty() && first_text_ < source_.oldest()) {
    texts_.pop_front();
    ++first_text_;
  }
  if (texts_.empty()) first_text_ = source_.oldest();
  const auto index = number - first_text_;
  if (index >= texts_.size()) texts_.resize(index + 1);
  auto& made = texts_[index];
  if (!made) {
    made = std::make_shared<const std::string>(event_text(source_.at(number), event_id(source_.era(), number)));
  }
  return made;
}

}  // namespace canary::api

#include "canary/metrics/text_format.hpp"

#include <charconv>
#include <cmath>
#include <utility>

namespace canary::metrics {

std::string escape_label(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (const char c : value) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string label_text(std::string_view label, std::string_view value) {
  return std::string(label) + "=\"" + escape_label(value) + '"';
}

void append_number(std::string& out, double value) {
  if (std::isnan(value)) {
    out += "NaN";
  } else if (std::isinf(value)) {
    out += value > 0 ? "+Inf" : "-Inf";
  } else {
    // Plain digits where people read them easily: dates in seconds, bytes, bounds of half a millisecond.
    const double size = std::abs(value);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e17);
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                   plain ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    out.append(buffer, end);
  }
}

// Whether there are labels already.
bool sample_writer::begin(std::string_view suffix) {
  out_ += name_;
  out_ += suffix;
  if (common_.empty()) return false;
  out_ += '{';
  out_ += common_;
  return true;
}

void sample_writer::end(bool labelled, double v) {
  if (labelled) out_ += '}';
  out_ += ' ';
  append_number(out_, v);
  out_ += '\n';
}

void sample_writer::sample(std::string_view suffix, label_pairs labels, std::string_view last_label, double last_value,
                           double v) {
  bool labelled = begin(suffix);
  const auto separate = [&] { out_ += std::exchange(labelled, true) ? ',' : '{'; };
  for (const auto& [label, text] : labels) {
    separate();
    out_ += label_text(label, text);
  }
  if (!last_label.empty()) {
    separate();
    out_ += last_label;
    out_ += "=\"";
    append_number(out_, last_value);
    out_ += '"';
  }
  end(labelled, v);
}

void sample_writer::value(double v, label_pairs labels) { sample("", labels, "", 0, v); }

void sample_writer::value(double v, std::string_view labels) {
  bool labelled = begin("");
  if (!labels.empty()) {
    out_ += std::exchange(labelled, true) ? ',' : '{';
    out_ += labels;
  }
  end(labelled, v);
}

void sample_writer::histogram(const prometheus::ClientMetric::Histogram& h, label_pairs labels) {
  for (const auto& bucket : h.bucket) {
    sample("_bucket", labels, "le", bucket.upper_bound, static_cast<double>(bucket.cumulative_count));
  }
  sample("_sum", labels, "", 0, h.sample_sum);
  sample("_count", labels, "", 0, static_cast<double>(h.sample_count));
}

void sample_writer::summary(const prometheus::ClientMetric::Summary& s, label_pairs labels) {
  for (const auto& q : s.quantile) sample("", labels, "quantile", q.quantile, q.value);
  sample("_sum", labels, "", 0, s.sample_sum);
  sample("_count", labels, "", 0, static_cast<double>(s.sample_count));
}

}  // namespace canary::metrics

#pragma once
// Prometheus' text exposition format, version 0.0.4: how a sample is written.

#include <prometheus/client_metric.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace canary::metrics {

/// A label's value with backslash, quote and newline escaped, as it stands between quotes.
std::string escape_label(std::string_view value);

/// `label="value"`, escaped.
std::string label_text(std::string_view label, std::string_view value);

/// Shortest text that reads back as `value`; NaN, +Inf and -Inf by those names.
void append_number(std::string& out, double value);

using label_pairs = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Appends the samples of one family.
class sample_writer {
 public:
  /// `name` outlives the writer.
  sample_writer(std::string& out, std::string_view name) : out_(out), name_(name) {}

  /// Stands before the labels of each sample from now on: `test_name="…"`, escaped already.
  void common_labels(std::string_view text) { common_ = text; }

  void value(double v, label_pairs labels = {});
  /// With labels that are written out already, as `label_text` does, and separated by commas.
  void value(double v, std::string_view labels);
  void histogram(const prometheus::ClientMetric::Histogram& h, label_pairs labels = {});
  void summary(const prometheus::ClientMetric::Summary& s, label_pairs labels = {});

 private:
  bool begin(std::string_view suffix);
  void end(bool labelled, double v);
  void sample(std::string_view suffix, label_pairs labels, std::string_view last_label, double last_value, double v);

  std::string& out_;
  std::string_view name_;
  std::string_view common_;
};

}  // namespace canary::metrics

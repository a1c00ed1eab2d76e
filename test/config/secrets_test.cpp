#include "canary/config/secrets.hpp"

#include "config/loader_rig.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::testing;

TEST_CASE("each file of a folder is a secret, without the newline at its end") {
  loader_rig rig;
  rig.folder.write("secrets/plain", "feathers");
  rig.folder.write("secrets/with-newline", "feathers\n");
  rig.folder.write("secrets/of.windows_2", "feathers\r\n");
  rig.folder.write("secrets/two", "feathers\n\n");
  rig.folder.write("secrets/longest", std::string(64 << 10, 'x') + "\n");
  rig.folder.write("secrets/.hidden", "x");
  rig.folder.write("secrets/folder/inner", "x");
  const auto found = config::load_secrets(rig.options.work_dir / "secrets");
  REQUIRE(found.has_value());
  CHECK(*found == secret_map{{"plain", "feathers"},
                             {"with-newline", "feathers"},
                             {"of.windows_2", "feathers"},
                             {"two", "feathers\n"},
                             {"longest", std::string(64 << 10, 'x')}});
}

TEST_CASE("of credentials, only those of the prefix are scripts'") {
  loader_rig rig;
  rig.folder.write("secrets/secret.shop", "feathers");
  rig.folder.write("secrets/tls-key", "x");
  CHECK(config::load_secrets(rig.options.work_dir / "secrets", config::credential_prefix).value() ==
        secret_map{{"shop", "feathers"}});
}

TEST_CASE("a secret that cannot be one is told of by its file") {
  const struct {
    const char* name;
    std::string value;
    const char* part;
  } rows[] = {{"short", "abc\n", "shorter than 4 bytes"},
              {"empty", "", "shorter than 4 bytes"},
              {"large", std::string((64 << 10) + 1, 'x'), "larger than 64 KiB"},
              {"larger", std::string(1 << 20, 'x'), "larger than 64 KiB"},
              {"binary", "\xff\xfe\xfd\xfc", "not UTF-8"},
              {"a b", "feathers", "needs a name"}};
  for (const auto& r : rows) {
    CAPTURE(r.name);
    loader_rig rig;
    rig.folder.write(std::string("secrets/") + r.name, r.value);
    const auto found = config::load_secrets(rig.options.work_dir / "secrets");
    REQUIRE(found.has_error());
    CHECK(found.error().message.find(r.part) != std::string::npos);
    CHECK(found.error().message.find(std::string("secrets/") + r.name) != std::string::npos);
  }
  CHECK(config::load_secrets("/nowhere").error().message.find("/nowhere cannot be read") != std::string::npos);
}

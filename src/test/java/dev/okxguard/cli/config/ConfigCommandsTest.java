package dev.okxguard.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The configuration in effect, each value with its source and no secret.
class ConfigCommandsTest {
  private static final String TWO =
      """
      default_profile = 'main'
      read_only = false
      [profiles.main]
      api_key = 'Zq7a'
      secret_key = 'Zq7b'
      passphrase = 'Zq7c'
      demo = true
      site = 'eea'
      proxy_url = 'http://user:Zq7d@127.0.0.1:3128'
      [profiles.half]
      api_key = 'Zq7e'
      base_url = 'http://127.0.0.1:8377'
      read_only = true
      """;

  @TempDir Path home;

  private Commands okx() {
    return new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
  }

  private static JsonNode setting(Commands.Run run, String key) {
    return run.json()
        .path("settings")
        .valueStream()
        .filter(it -> it.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static void says(Commands.Run run, String key, String value, String source) {
    assertThat(setting(run, key).path("value").asString()).as(key).isEqualTo(value);
    assertThat(setting(run, key).path("source").asString()).as(key).isEqualTo(source);
  }

  @Test
  void everyValueIsShownWithItsSource() {
    Commands okx = okx().with("OKX_TIMEOUT_MS", "700");
    Path file = okx.file(".okx/config.toml", TWO);
    Commands.Run run = okx.run("config", "show", "--json", "--read-only");
    assertThat(run.code()).as(run.toString()).isZero();
    says(run, "config", file.toString(), "default");
    says(run, "profile", "main", "config.toml default_profile");
    says(run, "environment", "demo", "config.toml [profiles.main]");
    says(run, "read_only", "true", "--read-only");
    says(run, "site", "eea", "config.toml [profiles.main]");
    says(run, "base_url", "https://eea.okx.com", "site");
    says(run, "timeout_ms", "700", "OKX_TIMEOUT_MS");
    says(run, "proxy_url", "http://****@127.0.0.1:3128", "config.toml [profiles.main]");
    says(run, "api_key", "set", "config.toml [profiles.main]");
    says(run, "passphrase", "set", "config.toml [profiles.main]");
    Commands.Run named = okx.run("config", "show", "--json", "--config", file.toString());
    says(named, "config", file.toString(), "--config");
  }

  @Test
  void noSecretIsEverShown() {
    Commands okx = okx().with("OKX_PASSPHRASE", "Zq7f");
    okx.file(".okx/config.toml", TWO);
    for (String verb : new String[] {"show", "profiles", "path"}) {
      assertThat(okx.run("config", verb).toString()).as(verb).doesNotContain("Zq7");
      assertThat(okx.run("config", verb, "--json").toString()).as(verb).doesNotContain("Zq7");
    }
    assertThat(okx.run("config", "show").out()).contains("OKX_PASSPHRASE", "not set");
  }

  @Test
  void profilesAreListedWithWhatTheyAreFor() {
    Commands okx = okx();
    okx.file(".okx/config.toml", TWO);
    Commands.Run run = okx.run("config", "profiles");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ").strip()).toList())
        .contains(
            "* main demo https://eea.okx.com false complete",
            "half not chosen http://127.0.0.1:8377 true partial");
    JsonNode half = okx.run("config", "profiles", "--json").json().path("profiles").path(1);
    assertThat(half.path("name").asString()).isEqualTo("half");
    assertThat(half.path("inUse").asBoolean()).isFalse();
    assertThat(half.path("env").asString()).isEmpty();
    assertThat(half.path("key").asString()).isEqualTo("partial");
  }

  @Test
  void withoutProfilesTheListSaysHowToMakeOne() {
    assertThat(okx().run("config", "profiles").out()).contains("okx config init");
  }

  @Test
  void thePathIsToldWhetherOrNotTheFileIsThere() {
    Path usual = home.resolve(".okx/config.toml");
    assertThat(okx().run("config", "path").out()).isEqualTo(usual + "\n");
    JsonNode json = okx().run("config", "path", "--json").json();
    assertThat(json.path("exists").asBoolean()).isFalse();
    assertThat(json.path("source").asString()).isEqualTo("default");
    Commands named = okx().with("OKX_CONFIG", "~/my.toml");
    named.file("my.toml", "");
    JsonNode there = named.run("config", "path", "--json").json();
    assertThat(there.path("file").asString()).isEqualTo(home.resolve("my.toml").toString());
    assertThat(there.path("source").asString()).isEqualTo("OKX_CONFIG");
    assertThat(there.path("exists").asBoolean()).isTrue();
  }

  @Test
  void thePathOfABrokenFileIsToldToo() {
    Commands okx = okx();
    Path file = okx.file(".okx/config.toml", "passphrase = 'Zq7\n");
    Commands.Run run = okx.run("config", "path");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(file + "\n");
    assertThat(okx.run("config", "show").code()).isEqualTo(3);
    assertThat(okx.run("config", "path", "--json").json().path("file").asString())
        .isEqualTo(file.toString());
  }
}

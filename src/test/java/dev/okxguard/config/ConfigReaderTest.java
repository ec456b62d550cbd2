package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  private static final String TWO =
      """
      default_profile = 'main'
      [profiles.main]
      demo = true
      site = 'eea'
      [profiles.other]
      demo = false
      timeout_ms = 7000
      """;

  @TempDir Path home;

  private Desk desk() {
    return new Desk(home);
  }

  @Test
  void withoutAFileEverythingPublicWorks() {
    Settings settings = desk().read();
    assertThat(settings.profile()).isEqualTo("default");
    assertThat(settings.environment()).isEmpty();
    assertThat(settings.site()).isEqualTo(Site.GLOBAL);
    assertThat(settings.baseUrl()).hasToString("https://openapi.okx.com");
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(settings.file()).isEmpty();
    assertThat(settings.profiles()).isEmpty();
    assertThat(settings.readOnly()).isFalse();
    assertThat(settings.proxy()).isEmpty();
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void withoutAHomeEverythingPublicWorks() {
    Desk desk = desk();
    desk.env.remove("HOME");
    assertThat(desk.read().file()).isEmpty();
    assertThat(desk.credentialsFault().getMessage()).contains("HOME is not set");
  }

  @Test
  void theFlagThenTheVariableThenTheHomeNameTheFile() {
    Path byFlag = home.resolve("flag.toml");
    Path byVariable = home.resolve("variable.toml");
    Desk.write(byFlag, "");
    Desk.write(byVariable, "");
    Desk desk = desk().config("");
    assertThat(desk.read().file()).contains(desk.configPath());
    desk.set("OKX_CONFIG", byVariable.toString());
    assertThat(desk.read().file()).contains(byVariable);
    desk.set("OKX_CONFIG", "~/variable.toml");
    assertThat(desk.read().file()).contains(byVariable);
    assertThat(desk.file(byFlag).read().file()).contains(byFlag);
  }

  @Test
  void aMissingFileThatWasNamedIsAConfigFault() {
    Fault byFlag = desk().file(home.resolve("no.toml")).fault();
    assertThat(byFlag.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(byFlag).hasMessageContaining("no.toml");
    Fault byVariable = desk().set("OKX_CONFIG", "/nowhere/no.toml").fault();
    assertThat(byVariable.exitCode()).isEqualTo(ExitCode.CONFIG);
  }

  @Test
  void aDirectoryOrADanglingLinkInTheFilesPlaceIsAConfigFault() throws Exception {
    Files.createDirectories(home.resolve(".okx/config.toml"));
    assertThat(desk().fault()).hasMessageContaining("not a regular file");
    Files.delete(home.resolve(".okx/config.toml"));
    Files.createSymbolicLink(home.resolve(".okx/config.toml"), home.resolve("gone"));
    assertThat(desk().fault()).hasMessageContaining("not a regular file");
  }

  @Test
  void theFlagThenTheVariableThenTheFileThenDefaultNameTheProfile() {
    Desk desk = desk().config(TWO);
    assertThat(desk.read().profile()).isEqualTo("main");
    assertThat(desk.read().site()).isEqualTo(Site.EEA);
    desk.set("OKX_PROFILE", "other");
    assertThat(desk.read().profile()).isEqualTo("other");
    assertThat(desk.read().timeout()).isEqualTo(Duration.ofMillis(7000));
    assertThat(desk.profile("main").read().profile()).isEqualTo("main");
    assertThat(desk().config("demo = true").read().profile()).isEqualTo("default");
  }

  @Test
  void anUnknownProfileIsRefusedNamingTheValidOnes() {
    for (Desk desk :
        new Desk[] {
          desk().config(TWO).profile("mian"),
          desk().config(TWO).set("OKX_PROFILE", "mian"),
          desk().config(TWO.replace("'main'", "'mian'"))
        }) {
      Fault fault = desk.fault();
      assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
      assertThat(fault).hasMessageContaining("mian").hasMessageContaining("did you mean main?");
      assertThat(fault.hint()).contains("main, other");
    }
    assertThat(desk().profile("x").config("demo=true").fault().exitCode())
        .isEqualTo(ExitCode.CONFIG);
  }

  @Test
  void aNamedProfileWithoutAnyFileIsRefused() {
    assertThat(desk().profile("main").fault()).hasMessageContaining("--profile");
    assertThat(desk().set("OKX_PROFILE", "main").fault()).hasMessageContaining("OKX_PROFILE");
    assertThat(desk().set("OKX_PROFILE", "").fault()).hasMessageContaining("set but empty");
  }

  @Test
  void profilesWithoutAChosenOneServePublicCommandsOnly() {
    Desk desk = desk().config(TWO.replace("default_profile = 'main'", ""));
    assertThat(desk.read().profiles()).containsExactly("main", "other");
    Fault fault = desk.credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault.hint()).contains("main, other");
  }

  @Test
  void aFlatFileIsTheDefaultProfile() {
    Settings settings =
        desk()
            .config(
                """
                api_key = 'k'
                secret_key = 's'
                passphrase = 'p'
                demo = true
                site = 'us'
                """)
            .read();
    assertThat(settings.profiles()).containsExactly("default");
    assertThat(settings.environment()).contains(Environment.DEMO);
    assertThat(settings.site()).isEqualTo(Site.US);
    assertThat(settings.credentials().apiKey().reveal()).isEqualTo("k");
  }

  @Test
  void aFlatProfileBesideTheSameNamedTableIsContradictory() {
    assertThat(desk().config("api_key = 'k'\n[profiles.default]\nsite = 'us'").fault())
        .hasMessageContaining("[profiles.default]");
  }

  @ParameterizedTest
  @CsvSource({
    // flag, OKX_DEMO, profile, top level, expected
    "PAPER, false, false, false, PAPER",
    "LIVE, true, true, true, LIVE",
    "DEMO, 0, false, false, DEMO",
    ", true, false, false, DEMO",
    ", 1, false, false, DEMO",
    ", false, true, true, LIVE",
    ", 0, true, true, LIVE",
    ", , true, false, DEMO",
    ", , false, true, LIVE",
    ", , , true, DEMO",
    ", , , false, LIVE",
    ", , , , ",
  })
  void theEnvironmentComesFromTheFirstThatNamesIt(
      Environment flag, String variable, String profile, String top, Environment expected) {
    Desk desk =
        desk()
            .config(
                (top == null ? "" : "demo = " + top + "\n")
                    + "default_profile = 'a'\n[profiles.a]\n"
                    + (profile == null ? "" : "demo = " + profile));
    Optional.ofNullable(variable).ifPresent(it -> desk.set("OKX_DEMO", it));
    Optional.ofNullable(flag).ifPresent(desk::environment);
    assertThat(desk.read().environment()).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"True", "TRUE", "yes", "on", "2", "", " true", "demo"})
  void anythingElseThanAStrictBooleanInTheVariableIsRefused(String text) {
    Fault fault = desk().set("OKX_DEMO", text).environment(Environment.LIVE).fault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageContaining("OKX_DEMO");
  }

  @Test
  void readOnlyOfFlagProfileOrFileForbidsWriting() {
    String profiles = "[profiles.a]\nread_only = true\n[profiles.b]\nread_only = false\n";
    assertThat(desk().config(profiles).profile("a").read().readOnly()).isTrue();
    assertThat(desk().config(profiles).profile("b").read().readOnly()).isFalse();
    assertThat(desk().config(profiles).profile("b").readOnly().read().readOnly()).isTrue();
    assertThat(desk().config("read_only = true\n" + profiles).profile("b").read().readOnly())
        .isTrue();
  }

  @Test
  void variablesOverruleTheProfilesConnection() {
    Desk desk =
        desk()
            .config("site = 'eea'\nbase_url = 'https://eea.okx.com'\ntimeout_ms = 9000")
            .set("OKX_SITE", "us")
            .set("OKX_API_BASE_URL", "http://127.0.0.1:8080/")
            .set("OKX_TIMEOUT_MS", "1500");
    Settings settings = desk.read();
    assertThat(settings.site()).isEqualTo(Site.US);
    assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:8080");
    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(desk.timeout(2000).read().timeout()).isEqualTo(Duration.ofMillis(2000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "99", "120001", "15s", "1e4", "15000.0", "", "99999999999999"})
  void aTimeoutThatIsNotAWholeNumberInBoundsIsRefused(String text) {
    assertThat(desk().set("OKX_TIMEOUT_MS", text).fault().exitCode()).isEqualTo(ExitCode.CONFIG);
  }

  @Test
  void aTimeoutOnTheCommandLineOutOfBoundsIsAUsageFault() {
    assertThat(desk().timeout(0).fault().exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void everySettingTellsItsSource() {
    Desk desk =
        desk()
            .config(TWO + "proxy_url = 'http://u:hidden@proxy.example:3128'\nca_file = 'root.pem'")
            .profile("other")
            .set("OKX_SITE", "tr")
            .set("OKX_API_KEY", "hidden");
    Settings settings = desk.read();
    assertThat(settings.effective())
        .contains(
            new Setting("profile", "other", "--profile"),
            new Setting("environment", "live", "config.toml [profiles.other]"),
            new Setting("site", "tr", "OKX_SITE"),
            new Setting("base_url", "https://tr.okx.com", "site"),
            new Setting("timeout_ms", "7000", "config.toml [profiles.other]"),
            new Setting(
                "proxy_url", "http://****@proxy.example:3128", "config.toml [profiles.other]"),
            new Setting("api_key", "not set", "-"));
    assertThat(settings.caFile()).contains(home.resolve(".okx/root.pem"));
    assertThat(settings.toString()).doesNotContain("hidden");
  }
}

package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  @TempDir Path home;

  private Fault fault(String text) {
    Fault fault = new Desk(home).config(text).fault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    return fault;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demoo | demo",
        "api_keyy | api_key",
        "apiKey | api_key",
        "API-KEY | api_key",
        "secretkey | secret_key",
        "pass_phrase | passphrase",
        "timeout | timeout_ms",
        "readonly | read_only",
        "proxyurl | proxy_url",
      })
  void aMistypedKeyIsAnsweredWithTheNearestOne(String typed, String meant) {
    Fault fault = fault("[profiles.a]\n\n " + typed + " = 'x'");
    assertThat(fault)
        .hasMessageContaining("line 3, column 2: profiles.a." + typed + ": unknown key")
        .hasMessageEndingWith("did you mean " + meant + "?");
    assertThat(fault.hint()).contains("api_key, secret_key, passphrase, demo, site");
  }

  @Test
  void aMistypedTopLevelKeyIsRefusedToo() {
    assertThat(fault("[profile.a]\nsite = 'us'")).hasMessageEndingWith("did you mean profiles?");
    assertThat(fault("default_profle = 'a'")).hasMessageEndingWith("did you mean default_profile?");
  }

  @Test
  void aMistakeInAProfileThatIsNotChosenIsRefusedToo() {
    String good = "default_profile = 'a'\n[profiles.a]\nsite = 'us'\n[profiles.b]\n";
    assertThat(fault(good + "demoo = true")).hasMessageContaining("profiles.b.demoo");
    assertThat(fault(good + "demo = 'true'")).hasMessageContaining("profiles.b.demo: it must be");
    assertThat(fault(good + "site = 'uss'")).hasMessageEndingWith("did you mean us?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key = 12345678901",
        "secret_key = true",
        "passphrase = 123456",
        "passphrase.a = 'b'",
        "passphrase = ['p']",
        "demo = 'false'",
        "demo = 1",
        "read_only = 'yes'",
        "site = 1",
        "site = 'EEA'",
        "site = 'moon'",
        "base_url = true",
        "timeout_ms = '9000'",
        "timeout_ms = 9000.0",
        "timeout_ms = 0",
        "timeout_ms = -5",
        "timeout_ms = 120001",
        "ca_file = 7",
        "ca_file = ''",
        "knowledge_dir = 7",
        "default_profile = 3",
        "profiles = 3",
        "profiles = {a = 3}",
        "[[profiles]]\nsite = 'us'",
        "[profiles]\nsite = 'us'",
        "[profiles.\"\"]\nsite = 'us'",
        "[profiles.\"a\\u001bb\"]\nsite = 'us'",
      })
  void aValueOfTheWrongKindIsRefusedNamingItsPlace(String text) {
    assertThat(fault(text)).hasMessageContaining("line ").hasMessageContaining(": it must be ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.okx.com",
        "ftp://www.okx.com",
        "www.okx.com",
        "https://",
        "https:///api",
        "https://user:pass@www.okx.com",
        "https://user@www.okx.com",
        "http://127.0.0.1@evil.example",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://128.0.0.1",
        "http://[::2]",
        "https://www.okx.com?x=1",
        "https://www.okx.com#x",
        "https://www.okx.com/api/v5",
        "https://www.okx.com\\@evil.example",
        "https://www okx.com",
        "https://www.okx.com:65536",
        "http://127.0.0.1:0",
        "",
      })
  void aBaseUrlThatIsNotPlainHttpsIsRefused(String url) {
    assertThat(fault("base_url = '" + url + "'"))
        .hasMessageContaining("line 1, column 1: base_url");
    Fault byVariable = new Desk(home).config("").set("OKX_API_BASE_URL", url).fault();
    assertThat(byVariable.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(byVariable).hasMessageStartingWith("OKX_API_BASE_URL");
  }

  @Test
  void theWebHostOfTheOfficialWizardIsCorrectedWithAWarning() {
    Settings settings = new Desk(home).config("base_url = 'https://my.okx.com'").read();
    assertThat(settings.baseUrl()).hasToString("https://eea.okx.com");
    assertThat(settings.site()).isEqualTo(Site.EEA);
    assertThat(settings.warnings()).singleElement().asString().contains("https://my.okx.com");
  }

  @ParameterizedTest
  @CsvSource({
    "global, https://openapi.okx.com",
    "eea, https://eea.okx.com",
    "us, https://us.okx.com",
    "tr, https://tr.okx.com"
  })
  void eachSiteHasItsHost(String site, String url) {
    assertThat(new Desk(home).config("site = '" + site + "'").read().baseUrl()).hasToString(url);
    assertThat(new Desk(home).config("").set("OKX_SITE", site).read().baseUrl()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://proxy.example:3128",
        "socks5://p:1",
        "http://p",
        "p:3128",
        "http://p:0",
        "http://p:65536",
        "http://p:1/x"
      })
  void aProxyThatIsNotPlainHttpIsRefused(String url) {
    assertThat(fault("proxy_url = '" + url + "'")).hasMessageContaining("HTTP proxy");
  }

  @Test
  void theOfficialFilesKeysAreAllKnown() {
    Settings settings =
        new Desk(home)
            .config(
                """
                default_profile = "live"
                [profiles.live]
                api_key = "aaa-1"
                secret_key = "BBB2"
                passphrase = "ccc3"
                demo = false
                site = "global"
                base_url = "https://www.okx.com"
                proxy_url = "http://127.0.0.1:7890"
                timeout_ms = 20000
                knowledge_dir = "/somewhere"
                read_only = true
                ca_file = "/etc/root.pem"
                """)
            .read();
    assertThat(settings.proxy().orElseThrow()).hasToString("http://127.0.0.1:7890");
    assertThat(settings.caFile()).contains(Path.of("/etc/root.pem"));
    assertThat(settings.readOnly()).isTrue();
    assertThat(settings.credentials().passphrase().reveal()).isEqualTo("ccc3");
  }

  @Test
  void theOfficialKeyThatIsUnusedMakesNoProfileOfTheTopLevel() {
    Settings settings =
        new Desk(home)
            .config("knowledge_dir = '/k'\n[profiles.default]\nsite = 'us'\ndemo = true\n")
            .read();
    assertThat(settings.site()).isEqualTo(Site.US);
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoMistake() {
    assertThat(new Desk(home).config("\uFEFFsite = 'us'\r\ndemo = true\r\n").read().site())
        .isEqualTo(Site.US);
  }
}

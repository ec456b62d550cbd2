package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final String FILE =
      """
      default_profile = 'a'
      [profiles.a]
      api_key = 'file-k'
      secret_key = 'file-s'
      passphrase = 'file-p'
      [profiles.bare]
      """;

  @TempDir Path home;

  private Desk desk() {
    return new Desk(home);
  }

  private Desk withVariables(Desk desk) {
    return desk.set("OKX_API_KEY", "env-k")
        .set("OKX_API_SECRET", "env-s")
        .set("OKX_PASSPHRASE", "env-p");
  }

  private static String shown(Credentials found) {
    return found.apiKey().reveal()
        + " "
        + found.secretKey().reveal()
        + " "
        + found.passphrase().reveal();
  }

  @Test
  void theEnvironmentWinsOverAProfileNobodyNamedOnTheCommandLine() {
    Desk desk = withVariables(desk().config(FILE));
    assertThat(shown(desk.read().credentials())).isEqualTo("env-k env-s env-p");
    desk.set("OKX_PROFILE", "a");
    assertThat(shown(desk.read().credentials())).isEqualTo("env-k env-s env-p");
  }

  @Test
  void aProfileNamedOnTheCommandLineWinsWhole() {
    Desk desk = withVariables(desk().config(FILE)).profile("a");
    assertThat(shown(desk.read().credentials())).isEqualTo("file-k file-s file-p");
    Fault fault = withVariables(desk().config(FILE)).profile("bare").credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(fault).hasMessageContaining("--profile was given");
  }

  @Test
  void theOtherNameOfTheSecretServesToo() {
    Desk desk = withVariables(desk());
    desk.env.remove("OKX_API_SECRET");
    desk.set("OKX_SECRET_KEY", "env-s2");
    assertThat(shown(desk.read().credentials())).isEqualTo("env-k env-s2 env-p");
  }

  @Test
  void bothNamesOfTheSecretMustAgree() {
    Desk desk = withVariables(desk()).set("OKX_SECRET_KEY", "env-s");
    assertThat(shown(desk.read().credentials())).isEqualTo("env-k env-s env-p");
    Fault fault = desk.set("OKX_SECRET_KEY", "other").credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessage("OKX_API_SECRET and OKX_SECRET_KEY are both set and differ");
  }

  @ParameterizedTest
  @CsvSource({
    "OKX_API_KEY, OKX_API_KEY",
    "OKX_API_SECRET, OKX_API_SECRET or OKX_SECRET_KEY",
    "OKX_PASSPHRASE, OKX_PASSPHRASE"
  })
  void aPartOfTheEnvironmentIsNeverFilledUpFromTheFile(String removed, String named) {
    Desk desk = withVariables(desk().config(FILE));
    desk.env.remove(removed);
    Fault fault = desk.credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageEndingWith("lacks " + named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_key", "secret_key", "passphrase"})
  void aPartOfAProfileIsNotEnough(String removed) {
    Fault fault = desk().config(FILE.replaceAll(removed + " = .*\n", "")).credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageContaining("[profiles.a] lacks " + removed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OKX_API_KEY", "OKX_API_SECRET", "OKX_SECRET_KEY", "OKX_PASSPHRASE"})
  void anEmptyVariableIsAMistake(String name) {
    Fault fault = withVariables(desk().config(FILE)).set(name, "").credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessage(name + " is set but empty");
  }

  @Test
  void anEmptyValueInTheFileIsAMistake() {
    assertThat(desk().config(FILE.replace("'file-p'", "''")).credentialsFault())
        .hasMessage("config.toml [profiles.a] passphrase is set but empty");
  }

  @Test
  void aLineBreakInAValueIsRefusedBeforeItReachesAHeader() {
    Fault fault = withVariables(desk()).set("OKX_API_KEY", "env-k\n").credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageStartingWith("OKX_API_KEY holds a line break");
  }

  @Test
  void noneAtAllSaysWhereItLookedAndWhatToDo() {
    Fault fault = desk().credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(fault).hasMessageContaining("OKX_API_KEY").hasMessageContaining("config.toml");
    assertThat(fault.hint()).contains("okx config init");
    assertThat(desk().config(FILE).set("OKX_PROFILE", "bare").credentialsFault())
        .hasMessageContaining("profile 'bare'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"your-api-key", "YOUR_SECRET", "xxx", "XXXXXXXX", "<key>", "api-key-here", "****"})
  void placeholdersAreWarnedAbout(String text) {
    assertThat(withVariables(desk()).set("OKX_API_KEY", text).read().warnings())
        .containsExactly("OKX_API_KEY looks like a placeholder");
    assertThat(desk().config(FILE.replace("file-k", text)).read().warnings())
        .containsExactly("config.toml [profiles.a] api_key looks like a placeholder");
  }

  @Test
  void realisticSecretsAreNotWarnedAbout() {
    assertThat(withVariables(desk().config(FILE)).read().warnings()).isEmpty();
  }

  @Test
  void onlyTheSourceOfASecretIsShown() {
    Settings settings = withVariables(desk().config(FILE)).read();
    assertThat(settings.effective())
        .contains(
            new Setting("api_key", "set", "OKX_API_KEY"),
            new Setting("secret_key", "set", "OKX_API_SECRET"),
            new Setting("passphrase", "set", "OKX_PASSPHRASE"));
    assertThat(settings.toString() + settings.effective() + settings.credentials())
        .doesNotContain("env-")
        .doesNotContain("file-");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.okx.com, true",
    "https://WWW.okx.com/, true",
    "https://openapi.okx.com:443, true",
    "https://app.okx.com, true",
    "https://us.okx.com, true",
    "https://tr.okx.com, true",
    "https://my.okx.com, true",
    "http://localhost:9, true",
    "http://127.9.9.9, true",
    "'http://[::1]:9', true",
    "https://www.okx.com.evil.example, false",
    "https://evil-okx.com, false",
    "https://www.okx.com:8443, false",
    "https://gateway.example, false",
  })
  void signedRequestsGoToOkxOrThisMachineUnlessTheProfileNamesTheHost(String url, boolean signed) {
    Desk byVariable = withVariables(desk()).set("OKX_API_BASE_URL", url);
    if (signed) {
      assertThat(shown(byVariable.read().credentials())).startsWith("env-k");
    } else {
      Fault fault = byVariable.credentialsFault();
      assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
      assertThat(fault).hasMessageContaining("OKX_API_BASE_URL");
    }
    Desk byProfile =
        desk().config(FILE.replace("[profiles.a]", "[profiles.a]\nbase_url='" + url + "'"));
    assertThat(shown(byProfile.read().credentials())).startsWith("file-k");
  }
}

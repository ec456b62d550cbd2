package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String MARK = "Zq7SECRETmark";

  @TempDir Path home;

  private Desk withPassphrase(String literal) {
    return new Desk(home).config("api_key = 'k'\nsecret_key = 's'\npassphrase = " + literal + "\n");
  }

  private static String everything(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text + (thrown instanceof Fault fault ? fault.hint() : "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "pa$$word",
        "a\\b\\n",
        "say \"hi\"",
        "it's",
        "'''",
        "both ' and \"",
        "#hash = [x]",
        " leading",
        "trailing ",
        "   ",
        "tab\there",
        "gr\u00fc\u00dfe",
        "\u5bc6\u7801",
        "\ud83d\udd10\ud83d\ude80",
        "$HOME `id` %s {0}",
        "\u00a0nbsp\u00a0",
      })
  void nastyPassphrasesArriveAsTheyAre(String passphrase) {
    for (String literal : Literals.all(passphrase)) {
      assertThat(withPassphrase(literal).read().credentials().passphrase().reveal())
          .as(literal)
          .isEqualTo(passphrase);
    }
    Desk byVariable =
        new Desk(home)
            .set("OKX_API_KEY", "k")
            .set("OKX_API_SECRET", "s")
            .set("OKX_PASSPHRASE", passphrase);
    assertThat(byVariable.read().credentials().passphrase().reveal()).isEqualTo(passphrase);
  }

  @Test
  void randomPassphrasesSurviveEveryWayOfQuotingThem() {
    long seed = Seeds.next();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      String passphrase = Literals.random(random);
      for (String literal : Literals.all(passphrase)) {
        assertThat(withPassphrase(literal).read().credentials().passphrase().reveal())
            .as("%s %s", Seeds.told(seed), literal)
            .isEqualTo(passphrase);
      }
    }
  }

  /// `@` stands for the secret.
  private static List<String> malformed() {
    List<String> shapes = new ArrayList<>();
    for (String value :
        List.of(
            "@",
            "'@",
            "@'",
            "\"@",
            "@\"",
            "\"@\"@\"",
            "'@'@'",
            "'@''",
            "'''@",
            "'''@''",
            "\"\"\"@",
            "\"@\\q\"",
            "\"\\u@\"",
            "\"\\@\"",
            "'@' '@'",
            "[@]",
            "['@'",
            "{ @ }",
            "{ a = '@'",
            "$@",
            "'@\n'",
            "'@\u0001'",
            "\"@\u0000\"",
            "1@",
            "0x@",
            "2026-01-01T@",
            "@ # '@'",
            "@ = @",
            "'@'\n'@'",
            "'@'\n[@",
            "'@'\n@",
            "'@'\n@ = ",
            "'@'\npassphrase = '@'",
            "'@'\n[profiles]\n[profiles]",
            "'@'\r@")) {
      shapes.add("passphrase = " + value);
      shapes.add("[profiles.a]\napi_key = '@'\nsecret_key = " + value + "\npassphrase = '@'");
    }
    shapes.add("passphrase = '@'\nx = " + "[".repeat(20_000));
    shapes.add("passphrase = '@'\nx = " + "{ a = ".repeat(20_000));
    shapes.add("passphrase '@'");
    shapes.add("passphrase: @");
    shapes.add("passphrase = = '@'");
    shapes.add("[profiles.a\npassphrase = '@'");
    shapes.add("{\"passphrase\": \"@\"}");
    shapes.add("export OKX_PASSPHRASE=@");
    return shapes;
  }

  @Test
  void aMalformedFileIsToldByLineAndColumnWithoutItsContent() {
    for (String shape : malformed()) {
      Fault fault = new Desk(home).config(shape.replace("@", MARK)).fault();
      assertThat(fault.exitCode()).as(shape).isEqualTo(ExitCode.CONFIG);
      assertThat(fault.getMessage()).as(shape).containsPattern("config\\.toml, line \\d+, column ");
      assertThat(everything(fault)).as(shape).doesNotContain(MARK);
    }
  }

  @Test
  void aMalformedPolicyIsToldWithoutItsContent() {
    for (String shape : malformed()) {
      Desk.write(home.resolve(".okx/guard.toml"), shape.replace("@", MARK));
      Desk desk = new Desk(home);
      assertThat(PolicyReader.read(Home.of(desk.env), desk.env, home.resolve("no")).problems())
          .as(shape)
          .isNotEmpty()
          .noneMatch(problem -> problem.contains(MARK));
    }
  }

  @Test
  void theAdviceNamesTheQuotesToUse() {
    assertThat(withPassphrase("\"a\"b\"").fault().hint()).contains("single quotes", "'''");
    assertThat(withPassphrase("'x'\npassphrase = 'y'").fault().getMessage())
        .contains("a second time");
  }

  @ParameterizedTest
  @CsvSource({
    "site, 'it must be one of global, eea, us, tr'",
    "base_url, it must be a URL",
    "proxy_url, it must be the URL of an HTTP proxy",
    "demo, it must be true or false",
    "read_only, it must be true or false",
    "timeout_ms, it must be a whole number",
  })
  void aSecretInTheWrongKeyIsNotRepeated(String key, String message) {
    Fault fault =
        new Desk(home).config("[profiles.a]\n  " + key + " = '" + MARK + "://@ x'").fault();
    assertThat(fault).hasMessageContaining("line 2, column 3: profiles.a." + key + ": " + message);
    assertThat(everything(fault)).doesNotContain(MARK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OKX_SITE", "OKX_API_BASE_URL", "OKX_TIMEOUT_MS", "OKX_DEMO"})
  void aSecretInTheWrongVariableIsNotRepeated(String name) {
    Fault fault = new Desk(home).set(name, MARK + "://@ x").fault();
    assertThat(fault).hasMessageStartingWith(name);
    assertThat(everything(fault)).doesNotContain(MARK);
  }

  @Test
  void anUnlikelyKeyIsNotShown() {
    Fault fault = new Desk(home).config("'" + MARK + " 1' = 'x'").fault();
    assertThat(fault).hasMessageContaining("line 1, column 1").hasMessageContaining("unknown key");
    assertThat(everything(fault)).doesNotContain(MARK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\\\\b\" | true",
        "\"a\\nb\" | true",
        "\"\"\"a\\\\b\"\"\" | true",
        "'a\\b' | false",
        "'\"a\\b' | false",
        "\"ab\" # \\ | false",
        "'''a\\b''' | false",
      })
  void aBackslashInDoubleQuotesIsWarnedAboutWithoutTheSecret(String literal, boolean warned) {
    List<String> warnings = withPassphrase(literal).read().warnings();
    if (warned) {
      assertThat(warnings).singleElement().asString().contains("line 3", "single quotes");
      assertThat(warnings.getFirst()).doesNotContain("a\\");
    } else {
      assertThat(warnings).isEmpty();
    }
  }
}

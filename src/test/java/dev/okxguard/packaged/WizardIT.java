package dev.okxguard.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wizard at a real terminal: what is secret is not seen, and the terminal is as it was before.
final class WizardIT {
  private static final Path OKX = Image.built().launcher();

  @TempDir private Path root;
  private Shell shell;
  private Process server;
  private String announced;
  private Path config;

  @BeforeEach
  void serve() throws IOException {
    assumeTrue(Terminal.possible(), "script(1) of util-linux, and Ctrl-C not ignored");
    shell = new Shell(root, "home");
    config = shell.home().resolve(".okx/config.toml");
    server = shell.start(OKX, "paper", "serve", "--port", "0");
    announced = server.inputReader().readLine();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.destroy();
      Shell.end(server);
    }
  }

  private String of(String field) {
    Matcher matcher = Pattern.compile('"' + field + "\":\"([^\"]+)\"").matcher(announced);
    assertThat(matcher.find()).as(announced).isTrue();
    return matcher.group(1);
  }

  /// The wizard, then its exit code and the terminal's settings, whatever signal came.
  private Terminal wizard() throws IOException {
    return new Terminal(
        shell,
        "trap : INT; '%s' config init --base-url %s; echo code $?; /usr/bin/stty -a"
            .formatted(OKX, of("url")));
  }

  private void saysNoSecretAndRestoresEcho(String shown) {
    assertThat(shown).doesNotContain(of("apiKey"), of("secretKey"), of("passphrase"));
    assertThat(shown.substring(shown.indexOf("code "))).containsPattern("[ ;]echo[ ;]");
  }

  @Test
  void secretsAreNotSeenAndTheTerminalIsRestored() throws Exception {
    Terminal terminal = wizard();
    terminal.answer("Name of the profile [default]: ", "bot\r");
    terminal.answer("[demo]: ", "demo\r");
    terminal.answer("API key (not shown): ", of("apiKey") + "\r");
    terminal.answer("Secret key (not shown): ", of("secretKey") + "\r");
    terminal.answer("(not shown): ", of("passphrase") + "\r");
    terminal.answer("[no]: ", "yes\r");
    terminal.answer("Type write to add", "write\r");
    String shown = terminal.end();
    saysNoSecretAndRestoresEcho(shown);
    assertThat(shown).contains("[default]: bot", "code 0", "okx guard init");
    assertThat(Files.readString(config)).contains("'" + of("passphrase") + "'");
    assertThat(Files.getPosixFilePermissions(config))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(shell.run(OKX, "account", "config"))
        .returns(0, Shell.Result::code)
        .extracting(Shell.Result::out)
        .asString()
        .startsWith("Environment: demo  Profile: bot");
  }

  @Test
  void ctrlCInTheMiddleOfASecretWritesNothingAndRestoresTheTerminal() throws Exception {
    Terminal terminal = wizard();
    terminal.answer("Name of the profile [default]: ", "\r");
    terminal.answer("[demo]: ", "\r");
    terminal.answer("API key (not shown): ", of("apiKey") + "\u0003");
    String shown = terminal.end();
    saysNoSecretAndRestoresEcho(shown);
    assertThat(shown).contains("code 130");
    assertThat(config).doesNotExist();
  }

  @Test
  void ctrlCAtTheLastQuestionWritesNothing() throws Exception {
    Terminal terminal = wizard();
    terminal.answer("Name of the profile [default]: ", "\r");
    terminal.answer("[demo]: ", "\r");
    terminal.answer("API key (not shown): ", of("apiKey") + "\r");
    terminal.answer("Secret key (not shown): ", of("secretKey") + "\r");
    terminal.answer("(not shown): ", of("passphrase") + "\r");
    terminal.answer("[no]: ", "\r");
    terminal.answer("Type write to add", "wri\u0003");
    assertThat(terminal.end()).contains("code 130");
    assertThat(config).doesNotExist();
  }
}

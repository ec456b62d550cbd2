package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
  private static final String KEYS = "api_key = 'k'\nsecret_key = 's'\npassphrase = 'p'\n";

  @TempDir Path home;

  @BeforeEach
  void realPath() throws IOException {
    home = home.toRealPath();
  }

  private Desk desk() {
    return new Desk(home).config(KEYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rw-r--r--", "rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rwx--x---"})
  void aFileOpenToOthersIsRefusedWithTheCommandThatClosesIt(String mode) throws IOException {
    Desk desk = desk();
    Desk.mode(desk.configPath(), mode);
    Fault fault = desk.credentialsFault();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageContaining(desk.configPath().toString());
    assertThat(fault.hint()).isEqualTo("Run: chmod 600 " + desk.configPath());
    assertThat(desk.read().warnings()).singleElement().asString().contains("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-xr-x", "rwx--x---", "rwx-----x", "rwxrwx---"})
  void aDirectoryOpenToOthersIsRefusedWithTheCommandThatClosesIt(String mode) throws IOException {
    Desk desk = desk();
    Desk.mode(home.resolve(".okx"), mode);
    assertThat(desk.credentialsFault().hint()).isEqualTo("Run: chmod 700 " + home.resolve(".okx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void aFileOfOnesOwnIsFine(String mode) throws IOException {
    Desk desk = desk();
    Desk.mode(desk.configPath(), mode);
    assertThat(desk.read().credentials().apiKey().reveal()).isEqualTo("k");
  }

  @Test
  void theFileIsJudgedAlsoWhenTheEnvironmentHasTheKeys() throws IOException {
    Desk desk =
        desk().set("OKX_API_KEY", "a").set("OKX_API_SECRET", "b").set("OKX_PASSPHRASE", "c");
    Desk.mode(desk.configPath(), "rw-rw-rw-");
    assertThat(desk.credentialsFault().hint()).startsWith("Run: chmod 600 ");
  }

  @Test
  void linksAreFollowedToTheRealFileAndDirectory() throws IOException {
    Path real = home.resolve("dot files/okx.toml");
    Desk.write(real, KEYS);
    Desk desk = new Desk(home);
    Files.createDirectory(home.resolve(".okx"));
    Desk.mode(home.resolve(".okx"), "rwx------");
    Files.createSymbolicLink(desk.configPath(), real);
    assertThat(desk.read().credentials().apiKey().reveal()).isEqualTo("k");

    Desk.mode(real, "rw-r--r--");
    assertThat(desk.credentialsFault().hint()).isEqualTo("Run: chmod 600 '" + real + "'");
    Desk.mode(real, "rw-------");
    Desk.mode(real.getParent(), "rwxr-xr-x");
    assertThat(desk.credentialsFault().hint())
        .isEqualTo("Run: chmod 700 '" + real.getParent() + "'");
    Desk.mode(real.getParent(), "rwx------");
    Desk.mode(home.resolve(".okx"), "rwxrwxrwx");
    assertThat(desk.credentialsFault().hint()).isEqualTo("Run: chmod 700 " + home.resolve(".okx"));
  }

  @ParameterizedTest
  @CsvSource({"rwxr-xr-x, ''", "rwxr-x---, ''", "rwxrwxr-x, chmod go-w", "rwxr-xrwx, chmod go-w"})
  void theDirectoryOfANamedFileMayBeReadButNotWrittenByOthers(String mode, String command)
      throws IOException {
    Path file = home.resolve("elsewhere/okx.toml");
    Desk.write(file, KEYS);
    Desk.mode(file.getParent(), mode);
    Desk desk = new Desk(home).file(file);
    if (command.isEmpty()) {
      assertThat(desk.read().credentials().apiKey().reveal()).isEqualTo("k");
    } else {
      assertThat(desk.credentialsFault().hint())
          .isEqualTo("Run: " + command + " " + file.getParent());
    }
  }

  @Test
  void aDirectoryOfTheSystemsIsNotTheUsersToClose() throws IOException {
    assumeTrue(CurrentUser.principal().orElseThrow().getName().equals("root"));
    Path file = home.resolve("shared/okx.toml");
    Desk.write(file, KEYS);
    Files.setAttribute(file.getParent(), "unix:mode", 01777);
    assertThat(new Desk(home).file(file).credentialsFault().hint())
        .isEqualTo("Run: mkdir -p -m 700 ~/.okx && mv " + file + " ~/.okx/");
  }

  @Test
  void everyCommandThatIsNeededIsTold() throws IOException {
    Desk desk = desk();
    Desk.mode(desk.configPath(), "rw-r--r--");
    Desk.mode(home.resolve(".okx"), "rwxr-xr-x");
    assertThat(desk.credentialsFault().hint())
        .isEqualTo("Run: chmod 600 " + desk.configPath() + " && chmod 700 " + home.resolve(".okx"));
  }

  @Test
  void namingTheUsualFileDoesNotLoosenItsDirectory() throws IOException {
    Desk desk = desk();
    Desk.mode(home.resolve(".okx"), "rwxr-xr-x");
    assertThat(desk.file(desk.configPath()).credentialsFault().hint()).startsWith("Run: chmod 700");
  }

  @Test
  void aFileOrDirectoryOfAnotherUserIsRefused() throws IOException {
    Desk desk = desk();
    assumeTrue(CurrentUser.principal().orElseThrow().getName().equals("root"));
    UserPrincipal nobody =
        home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    UserPrincipal me = Files.getOwner(home);
    Files.setOwner(desk.configPath(), nobody);
    assertThat(desk.credentialsFault())
        .hasMessageContaining("does not belong to the user who runs this command");
    Files.setOwner(desk.configPath(), me);
    Files.setOwner(home.resolve(".okx"), nobody);
    assertThat(desk.credentialsFault().hint()).contains("chown").contains(".okx");
  }

  @Test
  void theCurrentUserIsTheOwnerOfWhatThisProcessMakes() throws IOException {
    Path made = Files.createFile(home.resolve("made"));
    assertThat(CurrentUser.principal()).contains(Files.getOwner(made));
  }
}

package dev.okxguard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lies beside the program in the image, and whether the image can be shipped.
final class ImageIT {
  private static final Path IMAGE = Image.built().directory();
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "okx.bash, bash-completion/completions/okx",
    "_okx, zsh/site-functions/_okx",
    "okx.fish, fish/vendor_completions.d/okx.fish"
  })
  void completionsLieWhereTheirShellsLook(String script, String place) {
    assertThat(IMAGE.resolve("share").resolve(place))
        .hasSameTextualContentAs(Path.of("completions", script));
  }

  @Test
  void manualPagesOfCommandsAtEveryDepthAreThere() {
    Path pages = IMAGE.resolve("share/man/man1");
    for (String name : new String[] {"okx", "okx-order", "okx-order-algo-place", "okx-tour"}) {
      assertThat(pages.resolve(name + ".1")).content().startsWith(".TH \"okx");
    }
  }

  @Test
  void theJarsHaveTheTimeThatTheArchiveGivesThemElseItsCacheWouldBeStale() throws Exception {
    String release = Files.readString(Path.of("jreleaser.yml"));
    Matcher time = Pattern.compile("timestamp: (\\S+)").matcher(release);
    assertThat(time.find()).isTrue();
    try (var files = Files.list(IMAGE.resolve("lib"))) {
      assertThat(files.filter(it -> it.toString().endsWith(".jar")).toList())
          .isNotEmpty()
          .allSatisfy(
              jar ->
                  assertThat(Files.getLastModifiedTime(jar).toInstant())
                      .isEqualTo(Instant.parse(time.group(1))));
    }
  }

  @Test
  void theLauncherForWindowsHasTheLineEndsThatItsJumpsNeed() {
    assertThat(IMAGE.resolve("bin/okx.cmd"))
        .content()
        .contains("\r\n:semicolon\r\n")
        .doesNotContainPattern("[^\r]\n");
  }

  @Test
  void isSmallerThanNinetyMegabytesWithoutItsCaches() throws Exception {
    long size = 0;
    try (var all = Files.walk(IMAGE)) {
      for (Path path : all.filter(it -> !Image.built().caches().contains(it)).toList()) {
        size += Files.isRegularFile(path) ? Files.size(path) : 0;
      }
    }
    assertThat(size).isBetween(10 * MEGABYTE, 90 * MEGABYTE);
  }
}

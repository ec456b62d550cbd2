package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file has its name once all of it is there: a process may be killed at any moment.
class NewFileTest {
  @TempDir Path directory;

  private NewFile half() throws IOException {
    NewFile file = NewFile.create(directory.resolve("a.csv"));
    file.writer().print("half");
    file.writer().flush();
    return file;
  }

  @Test
  void halfOfItHasNotItsName() throws IOException {
    try (NewFile file = half()) {
      assertThat(directory.resolve("a.csv")).doesNotExist();
      file.writer().print(" and half");
      file.keep(true);
      assertThat(directory.resolve("a.csv")).content().isEqualTo("half and half");
    }
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void whatIsNotToBeKeptLeavesNothing() throws IOException {
    try (NewFile file = half()) {
      assertThatThrownBy(() -> file.keep(false)).isInstanceOf(Fault.class);
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void nothingThatCameThereMeanwhileIsWrittenOver() throws IOException {
    try (NewFile file = half()) {
      Files.writeString(directory.resolve("a.csv"), "mine");
      assertThatThrownBy(() -> file.keep(true))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("there already");
    }
    assertThat(directory.resolve("a.csv")).content().isEqualTo("mine");
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }
}

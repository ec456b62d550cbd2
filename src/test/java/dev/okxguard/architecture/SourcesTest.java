package dev.okxguard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules over sources find what they look for.
final class SourcesTest {
  @TempDir private Path root;

  private void source(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aPackageWithoutInfoIsFound() throws IOException {
    source("good/package-info.java", "/// Its job.\npackage good;\n");
    source("good/A.java", "class A {}\n");
    source("bad/B.java", "class B {}\n");
    assertThat(Sources.packagesWithoutInfo(root))
        .containsExactly(root.resolve("bad") + " has no package-info.java");
  }

  @Test
  void aFileOfMoreThanThreeHundredLinesIsFound() throws IOException {
    source("Fits.java", "\n".repeat(300));
    source("Long.java", "\n".repeat(301));
    assertThat(Sources.longFiles(root))
        .containsExactly(root.resolve("Long.java") + " has more than 300 lines");
  }

  @Test
  void aPublicTypeWithoutACommentIsFound() throws IOException {
    source(
        "A.java",
        """
        package a;

        /// A.
        @Command(
            name = "a",
            footer = {
              "a b"
            })
        public final class A {
          public record Inner(int x) {}

          /// Said.
          @Deprecated
          public enum Said {}

          record Hidden(int x) {}
        }
        """);
    source("B.java", "package b;\n\nimport c.C;\n\n@C\npublic interface B {}\n");
    assertThat(Sources.publicTypesWithoutJavadoc(root))
        .containsExactly(
            root.resolve("A.java") + " does not say what this is: public record Inner(int x) {}",
            root.resolve("B.java") + " does not say what this is: public interface B {}");
  }

  @Test
  void aLocalDoubleIsFoundAndOneInACommentIsNot() throws IOException {
    source(
        "okx/A.java", "/// A double.\nclass A { String s = \"a double 1.5\"; char c = '\"'; }\n");
    source("okx/B.java", "class B { void b() { double x = 1; } }\n");
    source("okx/C.java", "class C { int c() { return (int) (3 * 1.5); } }\n");
    source("cli/D.java", "class D { double d; }\n");
    assertThat(Sources.binaryFloats(root, List.of("okx", "paper")))
        .containsExactly(
            root.resolve("okx/B.java") + " says double", root.resolve("okx/C.java") + " says 1.5");
  }

  @Test
  void aWriteToAStaticArrayIsFound() throws IOException {
    source("A.java", "class A { private static final int[] N = {1}; int n() { return N[0]; } }\n");
    source("B.java", "class B { private static final int[] N = {1}; void n() { N[0] = 2; } }\n");
    source("C.java", "class C { private static final int[] N = {1}; void n() { N[0]++; } }\n");
    assertThat(Sources.arrayWrites(root))
        .containsExactly(
            root.resolve("B.java") + " writes to N", root.resolve("C.java") + " writes to N");
  }
}

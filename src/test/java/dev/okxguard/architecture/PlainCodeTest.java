package dev.okxguard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What costs time at its first use is written out by the build.
final class PlainCodeTest {
  @Test
  void noSwitchOverTypesAndNoRecordHasJavaMakeCodeWhenItRuns() throws Exception {
    assertThat(ours()).hasSizeGreaterThan(500).allSatisfy(it -> assertThat(made(it)).isEmpty());
  }

  private static List<ClassModel> ours() throws Exception {
    Path classes = Path.of(Fault.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> all = Files.walk(classes)) {
      return all.filter(it -> it.toString().endsWith(".class")).map(PlainCodeTest::read).toList();
    }
  }

  private static ClassModel read(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> made(ClassModel type) {
    return type.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .filter(PlainCodeTest::slow)
        .map(call -> type.thisClass().asInternalName() + " " + call.name())
        .toList();
  }

  private static boolean slow(InvokeDynamicInstruction call) {
    return switch (call.name().stringValue()) {
      case "typeSwitch" -> call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
      case "equals", "hashCode" -> true;
      default -> false;
    };
  }
}

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes out in compiled classes what Java would make up when it first runs it: switches over
/// sealed types, and `equals` and `hashCode` of records. Each costs 1 to 3 ms that no AOT cache can
/// save, and the machinery behind them 30 ms more: a fifth of what an order takes.
///
/// Run by the build before any test, so that what is tested is what is shipped, with the program's
/// libraries on the class path. What is plain already stays as it is.
///
/// Argument: the directory of the classes.
public final class PlainCode {
  private static final int FLAGS =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final ClassFile format =
      ClassFile.of(
          ClassFile.ConstantPoolSharingOption.NEW_POOL,
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(PlainCode.class.getClassLoader())));

  private PlainCode() {}

  public static void main(String[] args) throws IOException {
    PlainCode plain = new PlainCode();
    try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
      all.filter(it -> it.toString().endsWith(".class")).parallel().forEach(plain::write);
    }
  }

  private void write(Path file) {
    try {
      ClassModel model = format.parse(file);
      if (model.methods().stream().anyMatch(PlainCode::isMade)) {
        Files.write(file, format.transformClass(model, transform(model)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMade(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(element -> element instanceof InvokeDynamicInstruction call && isMade(call));
  }

  private static boolean isMade(InvokeDynamicInstruction call) {
    return switch (call.bootstrapMethod().owner().displayName()) {
      // A switch with constants among its labels stays as it is.
      case "SwitchBootstraps" ->
          call.name().equalsString("typeSwitch")
              && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
      case "ObjectMethods" -> !call.name().equalsString("toString");
      default -> false;
    };
  }

  /// Has each such place call a method of its own that does the same.
  private static ClassTransform transform(ClassModel model) {
    ClassDesc owner = model.thisClass().asSymbol();
    boolean ofInterface = model.flags().has(AccessFlag.INTERFACE);
    List<InvokeDynamicInstruction> made = new ArrayList<>();
    ClassTransform calls =
        ClassTransform.transformingMethodBodies(
            PlainCode::isMade,
            (code, element) -> {
              if (element instanceof InvokeDynamicInstruction call && isMade(call)) {
                code.invokestatic(owner, name(made.size()), call.typeSymbol(), ofInterface);
                made.add(call);
              } else {
                code.with(element);
              }
            });
    return calls.andThen(
        ClassTransform.endHandler(
            built -> {
              for (int at = 0; at < made.size(); at++) {
                InvokeDynamicInstruction call = made.get(at);
                built.withMethodBody(name(at), call.typeSymbol(), FLAGS, code -> body(code, call));
              }
            }));
  }

  private static String name(int at) {
    return "plain$" + at;
  }

  private static void body(CodeBuilder code, InvokeDynamicInstruction call) {
    switch (call.name().stringValue()) {
      case "typeSwitch" ->
          labels(code, call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList());
      case "hashCode" -> hash(code, fields(call));
      case "equals" -> same(code, (ClassDesc) call.bootstrapArgs().getFirst(), fields(call));
      default -> throw new IllegalStateException(call.toString());
    }
  }

  /// As `SwitchBootstraps.typeSwitch` promises: the number of the first label from the given one on
  /// that fits, -1 for null, the number of labels when none does.
  private static void labels(CodeBuilder code, List<ClassDesc> labels) {
    Label some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (int label = 0; label < labels.size(); label++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(label).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(label)).ifeq(next);
      code.loadConstant(label).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  /// The getters of a record's components, after the record and their names.
  private static List<DirectMethodHandleDesc> fields(InvokeDynamicInstruction call) {
    return call.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  private static void hash(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
    code.iconst_0();
    for (DirectMethodHandleDesc field : fields) {
      ClassDesc type = get(code.bipush(31).imul().aload(0), field);
      ClassDesc value = type.isPrimitive() ? type : ConstantDescs.CD_Object;
      code.invokestatic(
              type.isPrimitive() ? boxed(type) : OBJECTS,
              "hashCode",
              MethodTypeDesc.of(ConstantDescs.CD_int, value))
          .iadd();
    }
    code.ireturn();
  }

  private static void same(CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> fields) {
    Label other = code.newLabel();
    code.aload(1).instanceOf(owner).ifeq(other);
    code.aload(1).checkcast(owner).astore(2);
    for (DirectMethodHandleDesc field : fields) {
      ClassDesc type = get(code.aload(0), field);
      get(code.aload(2), field);
      if (type.isPrimitive()) {
        code.invokestatic(
                boxed(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
            .ifne(other);
      } else {
        code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(other);
      }
    }
    code.iconst_1().ireturn().labelBinding(other).iconst_0().ireturn();
  }

  /// The type of what is on the stack then.
  private static ClassDesc get(CodeBuilder code, DirectMethodHandleDesc field) {
    ClassDesc type = field.invocationType().returnType();
    code.getfield(field.owner(), field.methodName(), type);
    return type;
  }

  private static ClassDesc boxed(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.toString());
    };
  }
}

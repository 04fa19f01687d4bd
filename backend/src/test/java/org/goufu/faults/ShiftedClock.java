package org.goufu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/**
 * The clock of this program's machine, wrong by so much; the database's stays right, for it is another process.
 *
 * <p>Whatever asks {@code System.currentTimeMillis()} or the clock of the system, in the platform, its libraries and the JDK itself, gets the
 * wrong time. Time that only passes ({@code System.nanoTime()}) passes as ever.
 */
final class ShiftedClock implements AutoCloseable, ClassFileTransformer {
    private static final String AMOUNT = "goufu.test.clock-is-wrong-by-millis";
    private static final byte[] READER = "currentTimeMillis".getBytes(StandardCharsets.US_ASCII);

    private static final ClassDesc LONG = Long.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc PROPERTY = MethodTypeDesc.ofDescriptor("(Ljava/lang/String;J)Ljava/lang/Long;");
    private static final MethodTypeDesc VALUE = MethodTypeDesc.ofDescriptor("()J");

    /** What could not be rewritten: none, or the run proves less than it says. */
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private final Instrumentation machine = ByteBuddyAgent.install();

    ShiftedClock() {
        machine.addTransformer(this, true);
        rewriteLoaded();
    }

    void by(Duration amount) {
        System.setProperty(AMOUNT, String.valueOf(amount.toMillis()));
        if (!failures.isEmpty()) throw new IllegalStateException("a clock cannot be shifted", failures.peek());
    }

    /** What was rewritten adds nothing from now on. */
    @Override
    public void close() {
        System.clearProperty(AMOUNT);
        machine.removeTransformer(this);
    }

    private void rewriteLoaded() {
        try {
            machine.retransformClasses(Arrays.stream(machine.getAllLoadedClasses())
                    .filter(machine::isModifiableClass)
                    .filter(ShiftedClock::readsAClock)
                    .toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean readsAClock(Class<?> type) {
        if (type.isArray() || type.isHidden()) return false;
        try (var bytes = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return type == Clock.class || bytes != null && mentionsTheReader(bytes.readAllBytes());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
        boolean clock = "java/time/Clock".equals(name);
        if (!clock && !mentionsTheReader(bytes)) return null;
        try {
            var files = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(
                            loader == null ? ClassLoader.getPlatformClassLoader() : loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
            return files.transformClass(
                    files.parse(bytes),
                    ClassTransform.transformingMethodBodies(clock ? this::laterInstant : this::later));
        } catch (RuntimeException | LinkageError failure) {
            failures.add(failure);
            return null;
        }
    }

    private static boolean mentionsTheReader(byte[] bytes) {
        for (int at = 0; at + READER.length <= bytes.length; at++) {
            if (bytes[at] == READER[0] && Arrays.equals(bytes, at, at + READER.length, READER, 0, READER.length))
                return true;
        }
        return false;
    }

    /** {@code System.currentTimeMillis() + amount}. */
    private void later(CodeBuilder code, CodeElement element) {
        code.with(element);
        if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals("java/lang/System")
                && call.name().equalsString("currentTimeMillis")) {
            amount(code).ladd();
        }
    }

    /** {@code Clock.currentInstant()}, which everything in java.time asks, counts from a second of its own and asks the machine for the rest. */
    private void laterInstant(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call && call.name().equalsString("ofEpochSecond")) {
            code.with(element);
            amount(code)
                    .invokevirtual(
                            ClassDesc.of("java.time.Instant"),
                            "plusMillis",
                            MethodTypeDesc.ofDescriptor("(J)Ljava/time/Instant;"));
        } else {
            later(code, element);
        }
    }

    private static CodeBuilder amount(CodeBuilder code) {
        return code.ldc(AMOUNT)
                .lconst_0()
                .invokestatic(LONG, "getLong", PROPERTY)
                .invokevirtual(LONG, "longValue", VALUE);
    }
}

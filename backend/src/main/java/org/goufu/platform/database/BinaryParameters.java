package org.goufu.platform.database;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Sends bytes and columns of ids to PostgreSQL as they are. The driver writes both as text, bytes as two hexadecimal digits each, which
 * both sides then pay for: a piece of ciphertext or an attachment would cross the wire twice as long.
 */
final class BinaryParameters implements CodecRegistrar {
    private static final int ID_LENGTH = 16;
    private static final int LENGTH_LENGTH = Integer.BYTES;
    private static final int ARRAY_HEAD_LENGTH = 5 * Integer.BYTES;
    private static final int NULL_LENGTH = -1;

    @Override
    public Publisher<Void> register(PostgresqlConnection connection, ByteBufAllocator buffers, CodecRegistry codecs) {
        return Mono.fromRunnable(() -> {
            codecs.addFirst(new Binary<>(byte[].class, PostgresqlObjectId.BYTEA, Unpooled::wrappedBuffer));
            codecs.addFirst(new Binary<>(
                    ByteBuffer.class, PostgresqlObjectId.BYTEA, bytes -> Unpooled.wrappedBuffer(bytes.duplicate())));
            codecs.addFirst(new Binary<>(UUID[].class, PostgresqlObjectId.UUID_ARRAY, ids -> array(ids, buffers)));
        });
    }

    /** One dimension, counted from one; a length of -1 stands for null. */
    private static ByteBuf array(@Nullable UUID[] ids, ByteBufAllocator buffers) {
        var array = buffers.buffer(ARRAY_HEAD_LENGTH + ids.length * (LENGTH_LENGTH + ID_LENGTH));
        array.writeInt(1).writeInt(1).writeInt(PostgresqlObjectId.UUID.getObjectId());
        array.writeInt(ids.length).writeInt(1);
        for (var id : ids) {
            if (id == null) {
                array.writeInt(NULL_LENGTH);
            } else {
                array.writeInt(ID_LENGTH)
                        .writeLong(id.getMostSignificantBits())
                        .writeLong(id.getLeastSignificantBits());
            }
        }
        return array;
    }

    /** Only writes: what comes from PostgreSQL is read by the driver's own. */
    private record Binary<T>(Class<T> kind, PostgresqlObjectId type, Function<T, ByteBuf> bytes) implements Codec<T> {
        @Override
        public boolean canEncode(Object value) {
            return kind.isInstance(value);
        }

        @Override
        public EncodedParameter encode(Object value) {
            return encode(value, type.getObjectId());
        }

        @Override
        public EncodedParameter encode(Object value, int dataType) {
            return new EncodedParameter(
                    Format.FORMAT_BINARY, dataType, Mono.fromSupplier(() -> bytes.apply(kind.cast(value))));
        }

        @Override
        public boolean canEncodeNull(Class<?> asked) {
            return kind == asked;
        }

        @Override
        public EncodedParameter encodeNull() {
            return new EncodedParameter(Format.FORMAT_BINARY, type.getObjectId(), EncodedParameter.NULL_VALUE);
        }

        @Override
        public boolean canDecode(int dataType, Format format, Class<?> asked) {
            return false;
        }

        @Override
        public T decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<? extends T> asked) {
            throw new UnsupportedOperationException("only writes");
        }
    }
}

package org.pixazo.usage.control;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.pixazo.schema.control.InstantConverter;
import org.pixazo.usage.entity.UsageFilter;

/** A filter as a condition of SQL about {@code usage u}, with its values. */
final class UsageCondition {

    private final StringBuilder sql = new StringBuilder("1 = 1");
    private final List<Object> values = new ArrayList<>();

    UsageCondition(UsageFilter filter) {
        InstantConverter instants = new InstantConverter();
        and("u.user_id =", filter.userId());
        and("u.channel =", filter.channel() == null ? null : filter.channel().word());
        and("u.model =", filter.model());
        and("u.key_id =", filter.keyId());
        and("u.created_at >=", instants.convertToDatabaseColumn(filter.from()));
        and("u.created_at <", instants.convertToDatabaseColumn(filter.to()));
    }

    /** Adds what must hold besides; nothing where the value is null. */
    UsageCondition and(String comparison, Object value) {
        if (value != null) {
            values.add(value);
            sql.append(" AND ").append(comparison).append(" ?").append(values.size());
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Query bind(Query query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}

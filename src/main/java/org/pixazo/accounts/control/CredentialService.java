package org.pixazo.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pixazo.accounts.entity.Credential;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Timestamps;

/** The users' own keys for upstreams. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CredentialService {

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Upstreams upstreams;

    public List<Credential> list(long userId) {
        return em.createQuery("SELECT c FROM Credential c WHERE c.userId = :user ORDER BY c.provider", Credential.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** The key that a user gave for a provider, opened. */
    public Optional<String> key(long userId, String provider) {
        return find(userId, provider)
                .flatMap(credential -> vault.open(credential.sealedKey(), purpose(userId, provider)));
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Credential put(long userId, String provider, String apiKey) {
        Instant now = Timestamps.now();
        String sealed = vault.seal(apiKey, purpose(userId, provider));
        Optional<Credential> present = find(userId, provider);
        upstreams.forget();
        if (present.isPresent()) {
            present.get().replace(sealed, now);
            return present.get();
        }
        Credential credential = new Credential(userId, provider, sealed, now);
        em.persist(credential);
        return credential;
    }

    /** @throws NotFoundException where the user gave none */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, String provider) {
        em.remove(find(userId, provider)
                .orElseThrow(() -> new NotFoundException("You have no credential for " + provider + ".")));
        upstreams.forget();
    }

    private Optional<Credential> find(long userId, String provider) {
        return em.createQuery(
                        "SELECT c FROM Credential c WHERE c.userId = :user AND c.provider = :provider",
                        Credential.class)
                .setParameter("user", userId)
                .setParameter("provider", provider)
                .getResultStream()
                .findFirst();
    }

    private static String purpose(long userId, String provider) {
        return "credential " + userId + " " + provider;
    }
}

package dev.millrace.local.certificates;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A private key and the certificates that vouch for it, its own first and the authority's last. */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    static final String SIGNATURE = "SHA256withECDSA";

    /** Reads key and certificates, and refuses a key that belongs to another certificate. */
    static Identity parse(String pem) throws GeneralSecurityException {
        try {
            var identity = new Identity(key(pem), chain(pem));
            identity.checkThatTheKeyFits();
            return identity;
        } catch (IllegalArgumentException e) {
            throw new CertificateException("not Base64", e);
        }
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    String keyAsPem() {
        return Pem.encode(Pem.KEY, key.getEncoded());
    }

    String chainAsPem() {
        return chain.stream().map(Identity::encoded).collect(Collectors.joining());
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "Identity of " + certificate().getSubjectX500Principal();
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        var keys = Pem.decode(Pem.KEY, pem);
        if (keys.isEmpty()) {
            throw new InvalidKeyException("no private key");
        }
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(keys.getFirst()));
    }

    private static List<X509Certificate> chain(String pem) throws CertificateException {
        var certificates = new ArrayList<X509Certificate>();
        var factory = CertificateFactory.getInstance("X.509");
        for (var content : Pem.decode(Pem.CERTIFICATE, pem)) {
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(content)));
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return List.copyOf(certificates);
    }

    private void checkThatTheKeyFits() throws GeneralSecurityException {
        var signer = Signature.getInstance(SIGNATURE);
        signer.initSign(key);
        var verifier = Signature.getInstance(SIGNATURE);
        verifier.initVerify(certificate().getPublicKey());
        if (!verifier.verify(signer.sign())) {
            throw new InvalidKeyException("the key belongs to another certificate");
        }
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Pem.encode(Pem.CERTIFICATE, certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.yeoju.bound;

import dev.yeoju.model.Certificate;
import dev.yeoju.model.ProblemInstance;

/**
 * Proves a bound again from a certificate's prices, in one sweep over the antennas. Any prices prove some bound: with
 * false ones it is merely higher, never too low.
 */
public final class CertificateCheck {
    private static final double WORK = 4e7;

    private CertificateCheck() {}

    /** The bound that the certificate proves for the instance, priority-weighted hours. */
    public static double prove(ProblemInstance instance, Certificate certificate) {
        Relaxation relaxation = RelaxationBuilder.build(instance);
        PriceLayout layout = new PriceLayout(relaxation);
        CertificateCodec codec = new CertificateCodec(relaxation, layout);
        Dual dual = new Dual(relaxation, layout, codec.step(certificate, WORK));
        return dual.value(codec.decode(certificate), new double[layout.size()]);
    }
}

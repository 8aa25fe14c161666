package org.pixazo.providers.control.offline.png;

/** The filters of PNG, chosen for each row by the least sum of absolute differences as the specification suggests. */
final class RowFilter {

    private static final int PIXEL = 3;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int PAETH = 4;

    private RowFilter() {}

    /**
     * @param rgb rows of a picture, three bytes a pixel
     * @return the rows filtered, each behind the byte that names its filter
     */
    static byte[] apply(byte[] rgb, int width, int height) {
        int stride = PIXEL * width;
        byte[] filtered = new byte[(stride + 1) * height];
        for (int row = 0; row < height; row++) {
            int best = SUB;
            long least = Long.MAX_VALUE;
            for (int filter : new int[] {SUB, UP, PAETH}) {
                long sum = 0;
                for (int i = 0; i < stride; i++) {
                    sum += Math.abs((byte) (rgb[row * stride + i] - predict(filter, rgb, row, i, stride)));
                }
                if (sum < least) {
                    least = sum;
                    best = filter;
                }
            }
            int to = row * (stride + 1);
            filtered[to] = (byte) best;
            for (int i = 0; i < stride; i++) {
                filtered[to + 1 + i] = (byte) (rgb[row * stride + i] - predict(best, rgb, row, i, stride));
            }
        }
        return filtered;
    }

    private static int predict(int filter, byte[] rgb, int row, int i, int stride) {
        int here = row * stride + i;
        int left = i >= PIXEL ? rgb[here - PIXEL] & 255 : 0;
        int up = row > 0 ? rgb[here - stride] & 255 : 0;
        if (filter != PAETH) {
            return filter == SUB ? left : up;
        }
        int corner = row > 0 && i >= PIXEL ? rgb[here - stride - PIXEL] & 255 : 0;
        int byLeft = Math.abs(up - corner);
        int byUp = Math.abs(left - corner);
        int byCorner = Math.abs(left + up - 2 * corner);
        if (byLeft <= byUp && byLeft <= byCorner) {
            return left;
        }
        return byUp <= byCorner ? up : corner;
    }
}

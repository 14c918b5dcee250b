/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.service.Pictures;

/** The contract for the models of pictures. */
class ContractTest {
  private abstract static class OfPictures extends ModelContract {
    @Override
    protected ModelInput good() throws IOException {
      return FileInput.of(
          directory, Pictures.encoded(Pictures.random(7, 120, 90), "jpg"), "image/jpeg");
    }
  }

  @Nested
  class Size extends OfPictures {
    @Override
    protected Model create() {
      return new PictureSize();
    }
  }

  @Nested
  class Exif extends OfPictures {
    @Override
    protected Model create() {
      return new PictureExif();
    }
  }

  @Nested
  class Barcode extends OfPictures {
    @Override
    protected Model create() {
      return new Barcodes();
    }
  }

  @Nested
  class Visual extends OfPictures {
    @Override
    protected Model create() {
      return new VisualSimilarity();
    }
  }
}

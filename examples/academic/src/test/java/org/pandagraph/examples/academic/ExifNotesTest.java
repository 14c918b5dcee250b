/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ExifNotesTest {
  @Test
  void areReadByOthersAndLeaveThePictureAsItIs() throws Exception {
    byte[] jpeg = Jpeg.encode(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), 0.9f);
    byte[] noted =
        Jpeg.withExif(
            jpeg, new ExifNotes("Maker", "Model 7", LocalDateTime.of(2024, 5, 4, 9, 30, 1)));

    Metadata read = ImageMetadataReader.readMetadata(new ByteArrayInputStream(noted));
    ExifIFD0Directory image = read.getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertThat(image.getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo("Maker");
    assertThat(image.getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo("Model 7");
    assertThat(
            read.getFirstDirectoryOfType(ExifSubIFDDirectory.class)
                .getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
        .isEqualTo("2024:05:04 09:30:01");
    assertThat(read.getDirectories()).noneMatch(d -> d.hasErrors());
    assertThat(ImageIO.read(new ByteArrayInputStream(noted)).getWidth()).isEqualTo(20);
  }
}

/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The files of the story: portraits, papers, page pictures, and one more photo of Thomasina Green,
 * which the questions are asked with. They lie in one folder of the server's import folder.
 */
final class Materials {
  /** The folder's name. */
  static final String FOLDER = "academic";

  /** The photo that the questions are asked with. */
  static final String VISITOR = "visitor.jpg";

  /** Who is on {@link #VISITOR}. */
  static final String VISITOR_PERSON = AcademicWorld.THOMASINA;

  /** What the camera noted in {@link #VISITOR}. */
  static final ExifNotes VISITOR_NOTES =
      new ExifNotes("PandaGraph", "Front desk camera", LocalDateTime.of(2024, 5, 4, 9, 30, 0));

  private static final float QUALITY = 0.9f;

  private final Path folder;
  private final AcademicWorld world;
  private final Map<String, FoundFace> cast;

  /**
   * @param folder holds the group photos already
   * @param cast a face for each person
   */
  Materials(Path folder, AcademicWorld world, Map<String, FoundFace> cast) {
    this.folder = folder;
    this.world = world;
    this.cast = Map.copyOf(cast);
  }

  static String portraitFile(Author author) {
    return author.id() + ".jpg";
  }

  static String pdfFile(Paper paper) {
    return paper.id() + ".pdf";
  }

  static String pageFile(Paper paper) {
    return paper.id() + ".png";
  }

  /** Writes every file; what is there already is replaced. */
  void write() throws IOException {
    for (Author author : world.authors()) {
      write(portraitFile(author), Jpeg.encode(photo(author.person(), author.photo()), QUALITY));
    }
    byte[] visitor = Jpeg.encode(photo(VISITOR_PERSON, Variant.SCANNED), QUALITY);
    write(VISITOR, Jpeg.withExif(visitor, VISITOR_NOTES));
    for (Paper paper : world.papers()) {
      List<BufferedImage> pictures = new ArrayList<>();
      for (Byline byline : paper.bylines()) {
        pictures.add(photo(byline.person(), byline.picture()));
      }
      List<Paper> cited = world.papers(p -> paper.cites().contains(p.id()));
      byte[] pdf = PaperPdf.write(paper, pictures, cited);
      write(pdfFile(paper), pdf);
      write(pageFile(paper), png(PaperPdf.firstPagePicture(pdf)));
    }
  }

  private BufferedImage photo(String person, Variant variant) throws IOException {
    FoundFace face = cast.get(person);
    return variant.of(read(face.photo()), face.box());
  }

  /** Width and height of a picture of the folder, in pixels. */
  static List<Long> size(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    return List.of((long) image.getWidth(), (long) image.getHeight());
  }

  private BufferedImage read(String file) throws IOException {
    return ImageIO.read(folder.resolve(file).toFile());
  }

  private void write(String file, byte[] content) throws IOException {
    Files.write(folder.resolve(file), content);
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}

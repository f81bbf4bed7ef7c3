<?xml version="1.0"?>
<?note <!-- no ?>
<html xsl:version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<!-- a style sheet may be a literal result -->
<xsl:for-each select="a[. != &quot;&lt;!--&quot;]">
  <xsl:comment> no comment of this text

  </xsl:comment>

  <p title='&lt;!-- "no" -->'>it's</p><!--
  one --><!-- two

  -->
</xsl:for-each>
</html>

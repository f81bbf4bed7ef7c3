<?xml version="1.0"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- it's "one" -->
  <xsl:template match="a[@b = '&lt;!--']">

    <xsl:text>it's

-- two --</xsl:text>
    <!-- <xsl:text>

    </xsl:text> -->
    <![CDATA[
<!-- three

-->]]>
  </xsl:template>
</xsl:stylesheet>

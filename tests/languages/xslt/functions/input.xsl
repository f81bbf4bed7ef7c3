<!-- one -->
<xsl:transform version="2.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"

    xmlns:f="urn:f">

  <xsl:function name="f:max" as="xs:integer"> <!-- two -->
    <xsl:param name="a"/>
    <!--
      "three

    -->
    <xsl:sequence select="if ($a &gt; 1) then $a (: no comment of XML :)
      else '-->'"/>
  </xsl:function>
  <xsl:variable name="b"><![CDATA[

  ]]></xsl:variable> <!-- four
--></xsl:transform>

# one
// two
/* three

 # */ terraform { required_version = ">= 1.0" }
resource "aws_instance" "web" { // "
  ami = "a # b // c"
  tags = { Name = "x${var.y == "/*" ? "a" : "b"}" }
  ebs_block_device {
    size = var.big && var.fast ? 10 : 1
  }

}
variable "region" {}
locals { list = [for k, v in var.m : upper(k) if v != ""] }
module plain "quoted" {
}

// head
using System;

namespace A.B;

class X { }

interface Y
{
}

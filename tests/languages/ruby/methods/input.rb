module A::B
  # doc
  class Main < Base
    attr_reader :x
    def initialize(a, b = 1, *c, d:, e: 2, **f, &g)
      @a = a
    end
    def self.create; 1; end
    class << self
      def inner() = 3
    end
    def ==(other) = true
    def name=(v); @v = v; end
    def [](i)
      @x[i]
    end
    def empty?; end; def bang!; end
    private def hidden
      1
    end
    private

    def long(a,
             b)
      <<~EOS
        def fake

        end
      EOS
    end
    def ensured
      go
    rescue E
      stop
    ensure
      done
    end
    def obj.meth(x) end
    x = 1; def after
    end
  end

  Point = Struct.new(:a, :b) do
    def sum = a + b
  end
  Error = Class.new(StandardError)
  Mixin = Module.new do
    def mixed; end
  end
end

def top(*, **, &)
end
